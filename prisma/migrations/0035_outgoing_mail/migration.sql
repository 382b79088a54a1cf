-- What people write: a draft, then on its way, then sent, refused or unknown, and at last filed among what was sent.

CREATE TYPE "OutgoingState" AS ENUM ('DRAFT', 'QUEUED', 'SENDING', 'SENT', 'REFUSED', 'UNKNOWN', 'FILED');

CREATE TABLE "outgoing_mail" (
  "id" UUID NOT NULL,
  "account_id" UUID NOT NULL,
  "author_id" TEXT,
  "state" "OutgoingState" NOT NULL,
  "to" JSONB NOT NULL,
  "cc" JSONB NOT NULL,
  "bcc" JSONB NOT NULL,
  "subject" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  -- The message that it answers or sends on, and how.
  "original_id" UUID,
  "answers" TEXT,
  -- Fixed before the first attempt, and the same for all of them.
  "message_id" TEXT,
  "source" BYTEA,
  "send_at" TIMESTAMPTZ(3),
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "refused" JSONB NOT NULL DEFAULT '[]',
  "failure" TEXT,
  "sent_at" TIMESTAMPTZ(3),
  "filing_attempts" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "outgoing_mail_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "outgoing_mail_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "mail_account" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "outgoing_mail_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user" ("id")
    ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT "outgoing_mail_original_id_fkey" FOREIGN KEY ("original_id") REFERENCES "mail_message" ("id")
    ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "outgoing_mail_account_id_state_idx" ON "outgoing_mail" ("account_id", "state");
CREATE INDEX "outgoing_mail_original_id_idx" ON "outgoing_mail" ("original_id");
CREATE INDEX "outgoing_mail_due_idx" ON "outgoing_mail" ("send_at") WHERE "state" IN ('QUEUED', 'SENDING', 'SENT');

CREATE TABLE "outgoing_file" (
  "id" UUID NOT NULL,
  "mail_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "bytes" BYTEA NOT NULL,
  "size" INTEGER NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "outgoing_file_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "outgoing_file_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "outgoing_mail" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "outgoing_file_mail_id_idx" ON "outgoing_file" ("mail_id");
