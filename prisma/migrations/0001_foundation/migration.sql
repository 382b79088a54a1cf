CREATE TYPE "Role" AS ENUM ('ADMIN', 'STAFF', 'ARTIST');

CREATE TYPE "ConnectionKind" AS ENUM ('NEXTCLOUD', 'INFOMANIAK', 'CALDAV');

CREATE TYPE "ConnectionState" AS ENUM ('ACTIVE', 'CREDENTIALS');

CREATE TYPE "CalendarKind" AS ENUM ('PERSONAL', 'GROUP', 'MISSION');

CREATE TYPE "ConflictPolicy" AS ENUM ('REMOTE', 'LOCAL', 'ASK');

CREATE TYPE "CalendarState" AS ENUM ('NEW', 'OK', 'HELD', 'FAILING', 'GONE');

CREATE TABLE "user" (
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "email_verified" BOOLEAN NOT NULL DEFAULT false,
  "image" TEXT,
  "role" "Role" NOT NULL DEFAULT 'ARTIST',
  "language" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "session" (
  "id" TEXT NOT NULL,
  "token" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "ip_address" TEXT,
  "user_agent" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "credential" (
  "id" TEXT NOT NULL,
  "account_id" TEXT NOT NULL,
  "provider_id" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "access_token" TEXT,
  "refresh_token" TEXT,
  "id_token" TEXT,
  "access_token_expires_at" TIMESTAMPTZ(3),
  "refresh_token_expires_at" TIMESTAMPTZ(3),
  "scope" TEXT,
  "password" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "verification" (
  "id" TEXT NOT NULL,
  "identifier" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "rate_limit" (
  "id" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "count" INTEGER NOT NULL,
  "last_request" BIGINT NOT NULL,
  CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "connection" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "owner_id" TEXT NOT NULL,
  "kind" "ConnectionKind" NOT NULL,
  "demo" BOOLEAN NOT NULL DEFAULT false,
  "name" TEXT NOT NULL,
  "server_url" TEXT NOT NULL,
  "username" TEXT NOT NULL,
  "secret" TEXT NOT NULL,
  "principal_url" TEXT,
  "home_urls" TEXT[] NOT NULL,
  "state" "ConnectionState" NOT NULL DEFAULT 'ACTIVE',
  "failure_kind" TEXT,
  "failure_message" TEXT,
  "failure_hint" TEXT,
  "failures" INTEGER NOT NULL DEFAULT 0,
  "retry_at" TIMESTAMPTZ(3),
  "last_polled_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CONSTRAINT "connection_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "calendar" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "owner_id" TEXT NOT NULL,
  "connection_id" UUID,
  "href" TEXT,
  "name" TEXT NOT NULL,
  "own_name" TEXT,
  "color" TEXT,
  "own_color" TEXT,
  "description" TEXT,
  "time_zone" TEXT NOT NULL,
  "kind" "CalendarKind" NOT NULL DEFAULT 'PERSONAL',
  "read_only" BOOLEAN NOT NULL DEFAULT false,
  "enabled" BOOLEAN NOT NULL DEFAULT true,
  "on_conflict" "ConflictPolicy" NOT NULL DEFAULT 'REMOTE',
  "interval_seconds" INTEGER NOT NULL DEFAULT 300,
  "capabilities" JSONB NOT NULL DEFAULT '{}',
  "state" "CalendarState" NOT NULL DEFAULT 'NEW',
  "cursor" JSONB,
  "remote_version" TEXT,
  "revision" BIGINT NOT NULL DEFAULT 0,
  "failure_kind" TEXT,
  "failure_message" TEXT,
  "failure_hint" TEXT,
  "failures" INTEGER NOT NULL DEFAULT 0,
  "progress_done" INTEGER,
  "progress_total" INTEGER,
  "held_hrefs" TEXT[] NOT NULL DEFAULT '{}',
  "held_at" TIMESTAMPTZ(3),
  "held_approved" BOOLEAN NOT NULL DEFAULT false,
  "last_complete_at" TIMESTAMPTZ(3),
  "last_changed_at" TIMESTAMPTZ(3),
  "last_audit_at" TIMESTAMPTZ(3),
  "next_sync_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "requested_at" TIMESTAMPTZ(3),
  "full_requested" BOOLEAN NOT NULL DEFAULT false,
  "lease_owner" UUID,
  "lease_until" TIMESTAMPTZ(3),
  "horizon_from" TIMESTAMPTZ(3),
  "horizon_to" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CONSTRAINT "calendar_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "calendar_object" (
  "id" UUID NOT NULL,
  "calendar_id" UUID NOT NULL,
  "href" TEXT NOT NULL,
  "uid" TEXT NOT NULL,
  "etag" TEXT,
  "source" TEXT NOT NULL,
  "sequence" INTEGER NOT NULL DEFAULT 0,
  "components" JSONB NOT NULL,
  "flags" TEXT[] NOT NULL DEFAULT '{}',
  "recurring" BOOLEAN NOT NULL DEFAULT false,
  "first_start" TIMESTAMPTZ(3),
  "last_end" TIMESTAMPTZ(3),
  "quarantined" TEXT,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CONSTRAINT "calendar_object_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "occurrence" (
  "calendar_id" UUID NOT NULL,
  "object_id" UUID NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "component" INTEGER NOT NULL,
  "recurrence_id" TEXT,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  "all_day" BOOLEAN NOT NULL,
  "start_date" DATE,
  "end_date" DATE,
  "busy" BOOLEAN NOT NULL,
  CONSTRAINT "occurrence_pkey" PRIMARY KEY ("object_id", "ordinal")
);

CREATE TABLE "sync_log" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "calendar_id" UUID NOT NULL,
  "started_at" TIMESTAMPTZ(3) NOT NULL,
  "duration_ms" INTEGER NOT NULL,
  "trigger" TEXT NOT NULL,
  "outcome" TEXT NOT NULL,
  "added" INTEGER NOT NULL DEFAULT 0,
  "updated" INTEGER NOT NULL DEFAULT 0,
  "removed" INTEGER NOT NULL DEFAULT 0,
  "unchanged" INTEGER NOT NULL DEFAULT 0,
  "quarantined" INTEGER NOT NULL DEFAULT 0,
  "held" INTEGER NOT NULL DEFAULT 0,
  "requests" INTEGER NOT NULL DEFAULT 0,
  "bytes_in" BIGINT NOT NULL DEFAULT 0,
  "error_kind" TEXT,
  "error" TEXT,
  CONSTRAINT "sync_log_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "change" (
  "tick" BIGINT NOT NULL,
  "calendar_id" UUID,
  "topic" TEXT NOT NULL,
  "from_at" TIMESTAMPTZ(3),
  "to_at" TIMESTAMPTZ(3),
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CONSTRAINT "change_pkey" PRIMARY KEY ("tick")
);

CREATE TABLE "change_clock" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "tick" BIGINT NOT NULL DEFAULT 0,
  CONSTRAINT "change_clock_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "setting" (
  "key" TEXT NOT NULL,
  "value" JSONB NOT NULL,
  CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

CREATE UNIQUE INDEX "user_email_key" ON "user" ("email");
CREATE UNIQUE INDEX "session_token_key" ON "session" ("token");
CREATE INDEX "session_user_id_idx" ON "session" ("user_id");
CREATE INDEX "credential_user_id_idx" ON "credential" ("user_id");
CREATE INDEX "verification_identifier_idx" ON "verification" ("identifier");
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit" ("key");
CREATE INDEX "connection_owner_id_idx" ON "connection" ("owner_id");
CREATE UNIQUE INDEX "calendar_connection_id_href_key" ON "calendar" ("connection_id", "href");
CREATE INDEX "calendar_owner_id_idx" ON "calendar" ("owner_id");
CREATE INDEX "calendar_next_sync_at_idx" ON "calendar" ("next_sync_at");
CREATE UNIQUE INDEX "calendar_object_calendar_id_href_key" ON "calendar_object" ("calendar_id", "href");
CREATE INDEX "calendar_object_calendar_id_uid_idx" ON "calendar_object" ("calendar_id", "uid");
CREATE INDEX "sync_log_calendar_id_started_at_idx" ON "sync_log" ("calendar_id", "started_at" DESC);

ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "credential" ADD CONSTRAINT "credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "connection" ADD CONSTRAINT "connection_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "calendar" ADD CONSTRAINT "calendar_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "calendar" ADD CONSTRAINT "calendar_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "calendar_object" ADD CONSTRAINT "calendar_object_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sync_log" ADD CONSTRAINT "sync_log_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what Prisma cannot express.
-- Two ways to the occurrences of a window: nearly all are short, so those that touch it begin in it or
-- shortly before; the few long ones have an index of their own.
CREATE INDEX "occurrence_calendar_id_starts_at_idx" ON "occurrence" ("calendar_id", "starts_at");
CREATE INDEX "occurrence_long_idx" ON "occurrence" ("calendar_id", "ends_at")
  WHERE "ends_at" - "starts_at" > interval '8 days';

-- In place of a foreign key, whose check per row doubles the cost of a first sync.
CREATE FUNCTION "remove_occurrences"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "occurrence" USING removed WHERE "occurrence"."object_id" = removed."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "object_removed" AFTER DELETE ON "calendar_object" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "remove_occurrences"();

-- Series that may reach a window outside the horizon.
CREATE INDEX "calendar_object_recurring_idx" ON "calendar_object" ("calendar_id", "first_start") WHERE "recurring";

INSERT INTO "change_clock" ("id", "tick") VALUES (1, 0);
ALTER TABLE "change_clock" ADD CONSTRAINT "change_clock_single_row" CHECK ("id" = 1);

-- A session that ends, however it ends, closes its sockets on every server.
CREATE FUNCTION "announce_session_end"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('atelier_session_end', OLD."id");
  RETURN OLD;
END $$;
CREATE TRIGGER "session_end" AFTER DELETE ON "session" FOR EACH ROW EXECUTE FUNCTION "announce_session_end"();
