-- Mailboxes that are opened by a sign-in at the provider instead of a password, and what Microsoft's messages are called
-- here: they have names of letters there, and numbers in every place where messages are kept.

-- At whose page its owner signed in; null: it has a password.
ALTER TABLE "mail_account" ADD COLUMN "sign_in" TEXT;

ALTER TABLE "provider_sign_in"
  -- What is asked for: calendars, mail.
  ADD COLUMN "rights" TEXT[] NOT NULL DEFAULT '{calendars}',
  -- The mailbox that signs in again.
  ADD COLUMN "mailbox_id" UUID,
  ADD CONSTRAINT "provider_sign_in_mailbox_id_fkey" FOREIGN KEY ("mailbox_id") REFERENCES "mail_account" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE;

-- A folder of a provider that tells its changes by a cursor: its messages are counted as an IMAP server would.
CREATE TABLE "mail_remote_folder" (
  "account_id" UUID NOT NULL,
  "remote_id" TEXT NOT NULL,
  "next_uid" BIGINT NOT NULL DEFAULT 1,
  -- Grows with every change.
  "modseq" BIGINT NOT NULL DEFAULT 1,
  -- Where the next question goes on; null: nothing was asked yet, or it died.
  "cursor" TEXT,
  CONSTRAINT "mail_remote_folder_pkey" PRIMARY KEY ("account_id", "remote_id"),
  CONSTRAINT "mail_remote_folder_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "mail_account" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "mail_remote_message" (
  "account_id" UUID NOT NULL,
  "folder_id" TEXT NOT NULL,
  "uid" BIGINT NOT NULL,
  "remote_id" TEXT NOT NULL,
  "flags" TEXT[] NOT NULL,
  "modseq" BIGINT NOT NULL,
  CONSTRAINT "mail_remote_message_pkey" PRIMARY KEY ("account_id", "folder_id", "uid"),
  CONSTRAINT "mail_remote_message_folder_fkey" FOREIGN KEY ("account_id", "folder_id")
    REFERENCES "mail_remote_folder" ("account_id", "remote_id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "mail_remote_message_remote_id_key" ON "mail_remote_message" ("account_id", "folder_id", "remote_id");
