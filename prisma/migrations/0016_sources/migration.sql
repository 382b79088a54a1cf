-- What is kept in step with the outside: calendars now, mailboxes and feeds like them. When it is due, who runs it and
-- how that went are the same for all of them; what a calendar is stays with the calendar, under the same id.

CREATE TYPE "SourceKind" AS ENUM ('CALENDAR', 'MAILBOX', 'FEED');

CREATE TABLE "source" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "kind" "SourceKind" NOT NULL,
  "connection_id" UUID,
  "enabled" BOOLEAN NOT NULL DEFAULT true,
  "interval_seconds" INTEGER NOT NULL DEFAULT 300,
  "interval_chosen" BOOLEAN NOT NULL DEFAULT false,
  "watched_until" TIMESTAMPTZ(3),
  "next_sync_at" TIMESTAMPTZ(3),
  "requested_at" TIMESTAMPTZ(3),
  "full_requested" BOOLEAN NOT NULL DEFAULT false,
  "push_at" TIMESTAMPTZ(3),
  "lease_owner" UUID,
  "lease_until" TIMESTAMPTZ(3),
  "failures" INTEGER NOT NULL DEFAULT 0,
  "failure_kind" TEXT,
  "failure_message" TEXT,
  "failure_hint" TEXT,
  "last_complete_at" TIMESTAMPTZ(3),
  "last_changed_at" TIMESTAMPTZ(3),
  "last_audit_at" TIMESTAMPTZ(3),
  CONSTRAINT "source_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "source_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);

-- A calendar of Atelier's own is a source that is never due.
INSERT INTO "source" ("id", "kind", "connection_id", "enabled", "interval_seconds", "interval_chosen", "watched_until",
  "next_sync_at", "requested_at", "full_requested", "push_at", "lease_owner", "lease_until", "failures", "failure_kind",
  "failure_message", "failure_hint", "last_complete_at", "last_changed_at", "last_audit_at")
SELECT "id", 'CALENDAR', "connection_id", "enabled", "interval_seconds", "interval_chosen", "watched_until",
  CASE WHEN "connection_id" IS NOT NULL THEN "next_sync_at" END,
  CASE WHEN "connection_id" IS NOT NULL THEN "requested_at" END,
  "full_requested", "push_at", "lease_owner", "lease_until", "failures", "failure_kind",
  "failure_message", "failure_hint", "last_complete_at", "last_changed_at", "last_audit_at"
FROM "calendar";

CREATE INDEX "source_next_sync_at_idx" ON "source" ("next_sync_at");
CREATE INDEX "source_connection_id_idx" ON "source" ("connection_id");
CREATE INDEX "source_lease_owner_idx" ON "source" ("lease_owner") WHERE "lease_owner" IS NOT NULL;

DROP INDEX "calendar_next_sync_at_idx";
ALTER TABLE "calendar"
  ALTER COLUMN "id" DROP DEFAULT,
  DROP COLUMN "enabled", DROP COLUMN "interval_seconds", DROP COLUMN "interval_chosen", DROP COLUMN "watched_until",
  DROP COLUMN "next_sync_at", DROP COLUMN "requested_at", DROP COLUMN "full_requested", DROP COLUMN "push_at",
  DROP COLUMN "lease_owner", DROP COLUMN "lease_until", DROP COLUMN "failures", DROP COLUMN "failure_kind",
  DROP COLUMN "failure_message", DROP COLUMN "failure_hint", DROP COLUMN "last_complete_at",
  DROP COLUMN "last_changed_at", DROP COLUMN "last_audit_at";
ALTER TABLE "calendar" ADD CONSTRAINT "calendar_id_fkey" FOREIGN KEY ("id") REFERENCES "source" ("id")
  ON DELETE CASCADE ON UPDATE CASCADE;

-- A source goes with its calendar, whichever of the two is removed.
CREATE FUNCTION "remove_source"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "source" WHERE "id" = OLD."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "calendar_removed" AFTER DELETE ON "calendar" FOR EACH ROW EXECUTE FUNCTION "remove_source"();

ALTER TABLE "sync_log" RENAME COLUMN "calendar_id" TO "source_id";
ALTER INDEX "sync_log_calendar_id_started_at_idx" RENAME TO "sync_log_source_id_started_at_idx";
ALTER TABLE "sync_log" DROP CONSTRAINT "sync_log_calendar_id_fkey";
ALTER TABLE "sync_log" ADD CONSTRAINT "sync_log_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source" ("id")
  ON DELETE CASCADE ON UPDATE CASCADE;

-- The words of failures name no protocol any more.
UPDATE "source" SET "failure_kind" = 'wrong-service' WHERE "failure_kind" = 'not-caldav';
UPDATE "connection" SET "failure_kind" = 'wrong-service' WHERE "failure_kind" = 'not-caldav';
UPDATE "outbox" SET "failure_kind" = 'wrong-service' WHERE "failure_kind" = 'not-caldav';
UPDATE "sync_log" SET "error_kind" = 'wrong-service' WHERE "error_kind" = 'not-caldav';
