-- Mailboxes of people and of the studio: an account is a source like a calendar, under the same id. What the server has of
-- each folder stands in `mail_placement`, by its UID; what a message says stands once, wherever it lies.

CREATE TYPE "SentCopy" AS ENUM ('AUTO', 'ALWAYS', 'NEVER');

CREATE TABLE "mail_account" (
  "id" UUID NOT NULL,
  "owner_id" TEXT NOT NULL,
  "credential_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "address" TEXT NOT NULL,
  -- Other addresses that are this account's.
  "aliases" TEXT[] NOT NULL DEFAULT '{}',
  -- Under which name it writes.
  "sender" TEXT NOT NULL,
  "color" TEXT NOT NULL,
  "signature" TEXT NOT NULL DEFAULT '',
  "reach" JSONB NOT NULL,
  "sent_copy" "SentCopy" NOT NULL DEFAULT 'AUTO',
  "state" "ConnectionState" NOT NULL DEFAULT 'ACTIVE',
  -- Who listens at the server for it, so that one process does.
  "watcher" UUID,
  "watched_until" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "mail_account_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "mail_account_id_fkey" FOREIGN KEY ("id") REFERENCES "source" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "mail_account_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "mail_account_credential_id_fkey" FOREIGN KEY ("credential_id") REFERENCES "account_credential" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "mail_account_owner_id_idx" ON "mail_account" ("owner_id");
CREATE INDEX "mail_account_credential_id_idx" ON "mail_account" ("credential_id");
CREATE UNIQUE INDEX "mail_account_address_key" ON "mail_account" (lower("address"));
CREATE TRIGGER "mail_account_removed" AFTER DELETE ON "mail_account" FOR EACH ROW EXECUTE FUNCTION "remove_source"();

-- People who read and answer a mailbox beside its owner.
CREATE TABLE "mail_account_reader" (
  "account_id" UUID NOT NULL,
  "user_id" TEXT NOT NULL,
  CONSTRAINT "mail_account_reader_pkey" PRIMARY KEY ("account_id", "user_id"),
  CONSTRAINT "mail_account_reader_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "mail_account" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "mail_account_reader_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "mail_account_reader_user_id_idx" ON "mail_account_reader" ("user_id");

CREATE TABLE "mail_folder" (
  "id" UUID NOT NULL,
  "account_id" UUID NOT NULL,
  "path" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "delimiter" TEXT NOT NULL,
  -- inbox, drafts, sent, archive, junk, trash, all; null: a person's own.
  "role" TEXT,
  "selectable" BOOLEAN NOT NULL,
  -- What is known of it: null before its first run. Numbers beyond 2^53 are text.
  "uid_validity" TEXT,
  "uid_next" BIGINT NOT NULL DEFAULT 0,
  "highest_modseq" TEXT,
  "messages" INTEGER NOT NULL DEFAULT 0,
  "unseen" INTEGER NOT NULL DEFAULT 0,
  -- The first run goes backwards; everything from this UID on is here. 1: all of it.
  "known_from" BIGINT NOT NULL DEFAULT 0,
  -- Listed with much less than was known; looked at once more before anything goes (S8).
  "doubted_at" TIMESTAMPTZ(3),
  "compared_at" TIMESTAMPTZ(3),
  CONSTRAINT "mail_folder_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "mail_folder_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "mail_account" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "mail_folder_account_id_path_key" ON "mail_folder" ("account_id", "path");

CREATE TYPE "MailBody" AS ENUM ('UNREAD', 'READ', 'FAILED');

CREATE TABLE "mail_message" (
  "id" UUID NOT NULL,
  "account_id" UUID NOT NULL,
  -- Of what it says of itself: the same message in two folders is one.
  "identity" TEXT NOT NULL,
  "message_id" TEXT,
  "references" TEXT[] NOT NULL,
  "thread_id" UUID NOT NULL,
  "subject" TEXT NOT NULL,
  -- The subject without what marks answers, in small letters.
  "base_subject" TEXT NOT NULL,
  "from" JSONB NOT NULL,
  "reply_to" JSONB NOT NULL,
  "to" JSONB NOT NULL,
  "cc" JSONB NOT NULL,
  -- Addresses of from, to and cc, in small letters.
  "people" TEXT[] NOT NULL,
  -- Who wrote and who received it, without accents and in small letters, for the search.
  "senders" TEXT NOT NULL,
  "receivers" TEXT NOT NULL,
  "date" TIMESTAMPTZ(3) NOT NULL,
  "size" INTEGER NOT NULL,
  "has_attachment" BOOLEAN NOT NULL,
  "has_invitation" BOOLEAN NOT NULL,
  "preview" TEXT NOT NULL DEFAULT '',
  "body" "MailBody" NOT NULL DEFAULT 'UNREAD',
  "text" TEXT,
  -- Safe to show, as the sanitiser of this version left it.
  "html" JSONB,
  "sanitiser" INTEGER,
  "attachments" JSONB,
  "bulk" BOOLEAN NOT NULL DEFAULT false,
  "search" TSVECTOR,
  CONSTRAINT "mail_message_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "mail_message_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "mail_account" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "mail_message_account_id_identity_key" ON "mail_message" ("account_id", "identity");
CREATE INDEX "mail_message_thread_id_idx" ON "mail_message" ("thread_id");
CREATE INDEX "mail_message_account_id_message_id_idx" ON "mail_message" ("account_id", "message_id");
CREATE INDEX "mail_message_account_id_base_subject_idx" ON "mail_message" ("account_id", "base_subject", "date");
CREATE INDEX "mail_message_references_idx" ON "mail_message" USING gin ("references");
CREATE INDEX "mail_message_search_idx" ON "mail_message" USING gin ("search");
CREATE INDEX "mail_message_unread_body_idx" ON "mail_message" ("account_id", "date" DESC) WHERE "body" = 'UNREAD';

CREATE TABLE "mail_placement" (
  "id" UUID NOT NULL,
  "account_id" UUID NOT NULL,
  "folder_id" UUID NOT NULL,
  -- Null: moved there, and the server did not say under which UID; found again with the next run.
  "uid" BIGINT,
  "message_id" UUID NOT NULL,
  -- Where it shows: elsewhere than it lies while a move waits, nowhere (null) while its deletion does.
  "shown_in" UUID,
  -- As the server has them, and as they show with what waits laid over them.
  "server_flags" TEXT[] NOT NULL,
  "flags" TEXT[] NOT NULL,
  "seen" BOOLEAN NOT NULL,
  "flagged" BOOLEAN NOT NULL,
  "date" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "mail_placement_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "mail_placement_folder_id_fkey" FOREIGN KEY ("folder_id") REFERENCES "mail_folder" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "mail_placement_shown_in_fkey" FOREIGN KEY ("shown_in") REFERENCES "mail_folder" ("id")
    ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT "mail_placement_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "mail_message" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "mail_placement_folder_id_uid_key" ON "mail_placement" ("folder_id", "uid");
CREATE INDEX "mail_placement_message_id_idx" ON "mail_placement" ("message_id");
CREATE INDEX "mail_placement_shown_in_date_idx" ON "mail_placement" ("shown_in", "date" DESC, "id" DESC);
CREATE INDEX "mail_placement_unseen_idx" ON "mail_placement" ("shown_in", "date" DESC, "id" DESC) WHERE NOT "seen";

CREATE TYPE "MailEditKind" AS ENUM ('FLAGS', 'MOVE', 'REMOVE');

-- What was done here to a message and the server does not have yet, in order.
CREATE TABLE "mail_edit" (
  "id" BIGINT GENERATED ALWAYS AS IDENTITY NOT NULL,
  "account_id" UUID NOT NULL,
  "placement_id" UUID NOT NULL,
  "kind" "MailEditKind" NOT NULL,
  "add" TEXT[] NOT NULL,
  "remove" TEXT[] NOT NULL,
  "to_folder_id" UUID,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "mail_edit_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "mail_edit_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "mail_placement" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "mail_edit_to_folder_id_fkey" FOREIGN KEY ("to_folder_id") REFERENCES "mail_folder" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "mail_edit_account_id_idx" ON "mail_edit" ("account_id", "id");
CREATE INDEX "mail_edit_placement_id_idx" ON "mail_edit" ("placement_id");
