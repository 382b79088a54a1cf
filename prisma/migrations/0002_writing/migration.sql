-- What still has to reach a provider, what two sides disagreed on, what was deleted, and what is to be mailed.

CREATE TYPE "OutboxOperation" AS ENUM ('PUT', 'DELETE');
CREATE TYPE "OutboxState" AS ENUM ('WAITING', 'PARKED');
CREATE TYPE "ConflictKind" AS ENUM ('BOTH_EDITED', 'REMOTE_DELETED', 'LOCAL_DELETED', 'REFUSED');
CREATE TYPE "ConflictOutcome" AS ENUM ('MINE', 'THEIRS', 'BOTH');
CREATE TYPE "MailState" AS ENUM ('WAITING', 'SENT', 'FAILED');

ALTER TABLE "calendar"
  ADD COLUMN "push_at" TIMESTAMPTZ(3),
  ADD COLUMN "interval_chosen" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "watched_until" TIMESTAMPTZ(3);

ALTER TABLE "connection"
  ADD COLUMN "broken_since" TIMESTAMPTZ(3),
  ADD COLUMN "alerted_at" TIMESTAMPTZ(3);

ALTER TABLE "calendar_object" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "sync_log"
  ADD COLUMN "pushed" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "conflicts" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "repaired" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "outbox" (
  "id" UUID NOT NULL,
  "calendar_id" UUID NOT NULL,
  "object_id" UUID,
  "operation" "OutboxOperation" NOT NULL,
  "href" TEXT NOT NULL,
  "uid" TEXT NOT NULL,
  "base_etag" TEXT,
  "base_source" TEXT,
  "sent_source" TEXT,
  "summary" TEXT NOT NULL DEFAULT '',
  "version" INTEGER NOT NULL DEFAULT 1,
  "after_id" UUID,
  "moved_to" UUID,
  "actor_id" TEXT,
  "state" "OutboxState" NOT NULL DEFAULT 'WAITING',
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "next_try_at" TIMESTAMPTZ(3) NOT NULL,
  "failure_kind" TEXT,
  "failure_message" TEXT,
  "failure_hint" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "conflict" (
  "id" UUID NOT NULL,
  "calendar_id" UUID NOT NULL,
  "object_id" UUID,
  "href" TEXT NOT NULL,
  "uid" TEXT NOT NULL,
  "summary" TEXT NOT NULL,
  "kind" "ConflictKind" NOT NULL,
  "groups" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  "base_source" TEXT,
  "mine_source" TEXT,
  "theirs_source" TEXT,
  "actor_id" TEXT,
  "outcome" "ConflictOutcome",
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "settled_at" TIMESTAMPTZ(3),
  "settled_by" TEXT,
  CONSTRAINT "conflict_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "tombstone" (
  "id" UUID NOT NULL,
  "calendar_id" UUID NOT NULL,
  "href" TEXT NOT NULL,
  "uid" TEXT NOT NULL,
  "summary" TEXT NOT NULL,
  "etag" TEXT,
  "source" TEXT NOT NULL,
  "local" BOOLEAN NOT NULL,
  "actor_id" TEXT,
  "deleted_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "tombstone_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "mail" (
  "id" UUID NOT NULL,
  "once" TEXT NOT NULL,
  "recipient" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "state" "MailState" NOT NULL DEFAULT 'WAITING',
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "next_try_at" TIMESTAMPTZ(3) NOT NULL,
  "failure" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "sent_at" TIMESTAMPTZ(3),
  CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "outbox_object_id_key" ON "outbox" ("object_id");
CREATE INDEX "outbox_calendar_id_href_idx" ON "outbox" ("calendar_id", "href");
CREATE INDEX "outbox_after_id_idx" ON "outbox" ("after_id");
CREATE INDEX "conflict_calendar_id_created_at_idx" ON "conflict" ("calendar_id", "created_at" DESC);
CREATE INDEX "tombstone_calendar_id_href_idx" ON "tombstone" ("calendar_id", "href");
CREATE INDEX "tombstone_deleted_at_idx" ON "tombstone" ("deleted_at");
CREATE UNIQUE INDEX "mail_once_key" ON "mail" ("once");

ALTER TABLE "outbox" ADD CONSTRAINT "outbox_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "tombstone" ADD CONSTRAINT "tombstone_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what Prisma cannot express.
CREATE INDEX "calendar_push_at_idx" ON "calendar" ("push_at") WHERE "push_at" IS NOT NULL;
CREATE INDEX "mail_waiting_idx" ON "mail" ("next_try_at") WHERE "state" = 'WAITING';
CREATE INDEX "conflict_open_idx" ON "conflict" ("calendar_id") WHERE "settled_at" IS NULL;
