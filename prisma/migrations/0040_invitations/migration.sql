-- What a message says to calendars, and where it comes from.
ALTER TABLE "mail_message" ADD COLUMN "calendar" TEXT, ADD COLUMN "origin" JSONB;

-- Whether the server of an account brings guests' answers to organizers by itself (RFC 6638); null: not asked yet.
ALTER TABLE "connection" ADD COLUMN "schedules" BOOLEAN;

-- The write carries the owner's answer to an invitation, which that server is to tell the organizer.
ALTER TABLE "outbox" ADD COLUMN "tells_organizer" BOOLEAN NOT NULL DEFAULT false;

-- The last answer to an invitation from a mailbox: exactly one leaves for each version and each change of mind.
CREATE TABLE "invitation_answer" (
  "id" UUID NOT NULL,
  "account_id" UUID NOT NULL,
  "uid" TEXT NOT NULL,
  -- Of a series: `master`, or the name of the one instance.
  "instance" TEXT NOT NULL,
  "sequence" INTEGER NOT NULL,
  "stamp" TIMESTAMPTZ(3),
  "answer" TEXT NOT NULL,
  -- Who brings it to the organizer: `server` or `mail`.
  "way" TEXT NOT NULL,
  "calendar_id" UUID,
  "object_id" UUID,
  -- Thrown away when no server took it: then nothing was answered.
  "mail_id" UUID,
  "author_id" TEXT,
  "answered_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "invitation_answer_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "invitation_answer_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "mail_account" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "invitation_answer_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar" ("id")
    ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT "invitation_answer_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "outgoing_mail" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "invitation_answer_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user" ("id")
    ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "invitation_answer_account_id_uid_instance_key" ON "invitation_answer" ("account_id", "uid", "instance");
CREATE INDEX "invitation_answer_calendar_id_idx" ON "invitation_answer" ("calendar_id");
CREATE INDEX "invitation_answer_mail_id_idx" ON "invitation_answer" ("mail_id");
