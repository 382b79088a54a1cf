-- Whose pictures from elsewhere are loaded, as whoever reads the mailbox has said: of one message, or of everything a
-- sender writes.
ALTER TABLE "mail_message" ADD COLUMN "pictures" BOOLEAN NOT NULL DEFAULT false;
CREATE TABLE "mail_picture_sender" (
  "account_id" UUID NOT NULL,
  -- In small letters.
  "address" TEXT NOT NULL,
  CONSTRAINT "mail_picture_sender_pkey" PRIMARY KEY ("account_id", "address"),
  CONSTRAINT "mail_picture_sender_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "mail_account" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);

-- Into which calendar what comes to this mailbox goes; null: the most fitting one.
ALTER TABLE "mail_account" ADD COLUMN "calendar_id" UUID;
ALTER TABLE "mail_account" ADD CONSTRAINT "mail_account_calendar_id_fkey" FOREIGN KEY ("calendar_id")
  REFERENCES "calendar" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Texts that are written again and again.
CREATE TABLE "mail_template" (
  "id" UUID NOT NULL,
  -- Null: everybody's.
  "owner_id" TEXT,
  "name" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "mail_template_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "mail_template_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "mail_template_owner_id_idx" ON "mail_template" ("owner_id");

-- How many are unread is asked with every look at the folders, and they are few among many.
CREATE INDEX "mail_placement_unread_idx" ON "mail_placement" ("shown_in") WHERE NOT "seen";
