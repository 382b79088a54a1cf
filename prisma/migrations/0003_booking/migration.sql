-- Who can be booked, for what and when; and who has booked.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TYPE "BookingState" AS ENUM ('REQUESTED', 'CONFIRMED', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'CANCELLED', 'COMPLETED', 'NO_SHOW');
CREATE TYPE "ClaimKind" AS ENUM ('HELD', 'REQUESTED', 'CONFIRMED');

CREATE TABLE "artist" (
  "id" UUID NOT NULL,
  "user_id" TEXT,
  "name" TEXT NOT NULL,
  "slug" TEXT NOT NULL,
  "bio" TEXT NOT NULL DEFAULT '',
  "time_zone" TEXT NOT NULL,
  "active" BOOLEAN NOT NULL DEFAULT true,
  "calendar_id" UUID,
  "auto_confirm" BOOLEAN NOT NULL DEFAULT false,
  "notice_minutes" INTEGER NOT NULL DEFAULT 120,
  "horizon_days" INTEGER NOT NULL DEFAULT 90,
  "slot_interval" INTEGER NOT NULL DEFAULT 15,
  "daily_limit" INTEGER,
  "cut_off_minutes" INTEGER NOT NULL DEFAULT 1440,
  "weekly" JSONB NOT NULL DEFAULT '{}',
  "position" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "artist_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "artist_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE SET NULL,
  CONSTRAINT "artist_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar" ("id") ON DELETE SET NULL
);
CREATE UNIQUE INDEX "artist_slug_key" ON "artist" ("slug");
CREATE INDEX "artist_calendar_id_idx" ON "artist" ("calendar_id");

-- What blocks an artist's time, besides the calendar that receives the bookings.
CREATE TABLE "blocking_calendar" (
  "artist_id" UUID NOT NULL,
  "calendar_id" UUID NOT NULL,
  CONSTRAINT "blocking_calendar_pkey" PRIMARY KEY ("artist_id", "calendar_id"),
  CONSTRAINT "blocking_calendar_artist_id_fkey" FOREIGN KEY ("artist_id") REFERENCES "artist" ("id") ON DELETE CASCADE,
  CONSTRAINT "blocking_calendar_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar" ("id") ON DELETE CASCADE
);
CREATE INDEX "blocking_calendar_calendar_id_idx" ON "blocking_calendar" ("calendar_id");

CREATE TABLE "date_override" (
  "artist_id" UUID NOT NULL,
  "date" DATE NOT NULL,
  "ranges" JSONB NOT NULL,
  CONSTRAINT "date_override_pkey" PRIMARY KEY ("artist_id", "date"),
  CONSTRAINT "date_override_artist_id_fkey" FOREIGN KEY ("artist_id") REFERENCES "artist" ("id") ON DELETE CASCADE
);

-- The whole studio is closed, or one artist away.
CREATE TABLE "closure" (
  "id" UUID NOT NULL,
  "artist_id" UUID,
  "first_date" DATE NOT NULL,
  "last_date" DATE NOT NULL,
  "reason" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "closure_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "closure_order" CHECK ("first_date" <= "last_date"),
  CONSTRAINT "closure_artist_id_fkey" FOREIGN KEY ("artist_id") REFERENCES "artist" ("id") ON DELETE CASCADE
);

CREATE TABLE "chair" (
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "active" BOOLEAN NOT NULL DEFAULT true,
  "position" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "chair_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "service" (
  "id" UUID NOT NULL,
  "artist_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "description" TEXT NOT NULL DEFAULT '',
  "minutes" INTEGER NOT NULL,
  "buffer_before" INTEGER NOT NULL DEFAULT 0,
  "buffer_after" INTEGER NOT NULL DEFAULT 0,
  "price" TEXT NOT NULL DEFAULT '',
  "deposit" TEXT NOT NULL DEFAULT '',
  -- Null: as the artist's.
  "auto_confirm" BOOLEAN,
  "notice_minutes" INTEGER,
  "needs_chair" BOOLEAN NOT NULL DEFAULT false,
  "questions" JSONB NOT NULL DEFAULT '[]',
  "active" BOOLEAN NOT NULL DEFAULT true,
  "position" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "service_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "service_times" CHECK ("minutes" BETWEEN 1 AND 10080 AND "buffer_before" BETWEEN 0 AND 10080 AND "buffer_after" BETWEEN 0 AND 10080),
  CONSTRAINT "service_artist_id_fkey" FOREIGN KEY ("artist_id") REFERENCES "artist" ("id") ON DELETE CASCADE
);
CREATE INDEX "service_artist_id_idx" ON "service" ("artist_id");

CREATE TABLE "booking" (
  "id" UUID NOT NULL,
  "artist_id" UUID NOT NULL,
  "service_id" UUID,
  "chair_id" UUID,
  "series_id" UUID,
  "state" "BookingState" NOT NULL,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  "buffer_before" INTEGER NOT NULL,
  "buffer_after" INTEGER NOT NULL,
  "service_name" TEXT NOT NULL,
  "price" TEXT NOT NULL DEFAULT '',
  "deposit" TEXT NOT NULL DEFAULT '',
  "client_name" TEXT NOT NULL,
  "client_email" TEXT NOT NULL,
  "client_phone" TEXT,
  "client_zone" TEXT,
  "language" TEXT NOT NULL DEFAULT 'en',
  "note" TEXT,
  "answers" JSONB NOT NULL DEFAULT '{}',
  "alternative_start" TIMESTAMPTZ(3),
  -- SHA-256 of the token in the link that the client manages the booking by.
  "token_hash" BYTEA NOT NULL,
  -- Grows with every step; mails and calendar files bear it.
  "version" INTEGER NOT NULL DEFAULT 1,
  -- Accepted while a calendar of the artist could not be asked.
  "unverified" BOOLEAN NOT NULL DEFAULT false,
  -- What was written into the artist's calendar, and what both sides last agreed on.
  "calendar_id" UUID,
  "object_id" UUID,
  "uid" TEXT NOT NULL,
  "known_title" TEXT,
  "known_requested" BOOLEAN NOT NULL DEFAULT true,
  "known_starts_at" TIMESTAMPTZ(3),
  "known_ends_at" TIMESTAMPTZ(3),
  -- Of the event, when it was last looked at.
  "known_revision" INTEGER,
  -- Why a person has to look: what the artist did in the calendar cannot be followed.
  "trouble" TEXT,
  "expires_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "booking_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "booking_times" CHECK ("starts_at" < "ends_at"),
  CONSTRAINT "booking_artist_id_fkey" FOREIGN KEY ("artist_id") REFERENCES "artist" ("id") ON DELETE RESTRICT,
  CONSTRAINT "booking_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id") ON DELETE SET NULL,
  CONSTRAINT "booking_chair_id_fkey" FOREIGN KEY ("chair_id") REFERENCES "chair" ("id") ON DELETE SET NULL,
  CONSTRAINT "booking_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar" ("id") ON DELETE SET NULL
);
CREATE UNIQUE INDEX "booking_token_hash_key" ON "booking" ("token_hash");
CREATE INDEX "booking_artist_id_starts_at_idx" ON "booking" ("artist_id", "starts_at");
CREATE INDEX "booking_object_id_idx" ON "booking" ("object_id");
CREATE INDEX "booking_state_expires_at_idx" ON "booking" ("state", "expires_at");
CREATE INDEX "booking_series_id_idx" ON "booking" ("series_id");

CREATE TABLE "booking_step" (
  "id" UUID NOT NULL,
  "booking_id" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "action" TEXT NOT NULL,
  "party" TEXT NOT NULL,
  "actor_id" TEXT,
  -- page, mail, calendar, cli, api, clock
  "via" TEXT NOT NULL,
  "from_state" "BookingState",
  "to_state" "BookingState" NOT NULL,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  "detail" TEXT,
  CONSTRAINT "booking_step_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "booking_step_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking" ("id") ON DELETE CASCADE
);
CREATE INDEX "booking_step_booking_id_at_idx" ON "booking_step" ("booking_id", "at");

CREATE TABLE "hold" (
  "id" UUID NOT NULL,
  "token_hash" BYTEA NOT NULL,
  "artist_id" UUID NOT NULL,
  "service_id" UUID NOT NULL,
  "chair_id" UUID,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "extended" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "hold_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "hold_artist_id_fkey" FOREIGN KEY ("artist_id") REFERENCES "artist" ("id") ON DELETE CASCADE,
  CONSTRAINT "hold_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "hold_token_hash_key" ON "hold" ("token_hash");
CREATE INDEX "hold_expires_at_idx" ON "hold" ("expires_at");

-- Time that is taken, of an artist or a chair. A claim that is given up is deleted: whatever stands here, stands.
CREATE TABLE "claim" (
  "id" UUID NOT NULL,
  "resource_id" UUID NOT NULL,
  "booking_id" UUID,
  "hold_id" UUID,
  "kind" "ClaimKind" NOT NULL,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  -- With both buffers: neighbours' buffers add up.
  "blocked" TSTZRANGE NOT NULL,
  CONSTRAINT "claim_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "claim_blocked_not_empty" CHECK (NOT isempty("blocked")),
  CONSTRAINT "claim_holder" CHECK (("booking_id" IS NULL) <> ("hold_id" IS NULL)),
  CONSTRAINT "claim_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking" ("id") ON DELETE CASCADE,
  CONSTRAINT "claim_hold_id_fkey" FOREIGN KEY ("hold_id") REFERENCES "hold" ("id") ON DELETE CASCADE,
  CONSTRAINT "claim_no_overlap" EXCLUDE USING gist ("resource_id" WITH =, "blocked" WITH &&)
);
CREATE INDEX "claim_booking_id_idx" ON "claim" ("booking_id");
CREATE INDEX "claim_hold_id_idx" ON "claim" ("hold_id");

CREATE TABLE "idempotency" (
  "key" TEXT NOT NULL,
  "request_hash" BYTEA NOT NULL,
  "status" INTEGER NOT NULL,
  "answer" JSONB NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "idempotency_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "idempotency_created_at_idx" ON "idempotency" ("created_at");

CREATE TABLE "api_key" (
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "key_hash" BYTEA NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "last_used_at" TIMESTAMPTZ(3),
  CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "api_key_key_hash_key" ON "api_key" ("key_hash");

-- A calendar file that goes along with a mail.
ALTER TABLE "mail" ADD COLUMN "calendar" TEXT;
