-- How a provider tells that something has changed: an arrangement with it for a calendar, or for all of an account. What
-- arrives only brings a run forward; runs by the clock stay.

CREATE TYPE "HintState" AS ENUM ('ASKED', 'ACTIVE', 'DOUBTFUL', 'FAILED');

CREATE TABLE "hint_channel" (
  "id" UUID NOT NULL,
  "connection_id" UUID NOT NULL,
  "calendar_id" UUID,
  "means" TEXT NOT NULL,
  "state" "HintState" NOT NULL DEFAULT 'ASKED',
  -- SHA-256 of what stands in the address.
  "token_hash" BYTEA NOT NULL,
  "keys" TEXT NOT NULL,
  "remote" JSONB NOT NULL DEFAULT '{}',
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "renew_at" TIMESTAMPTZ(3),
  "expires_at" TIMESTAMPTZ(3),
  "heard_at" TIMESTAMPTZ(3),
  "missed_at" TIMESTAMPTZ(3),
  "failure" TEXT,
  CONSTRAINT "hint_channel_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "hint_channel_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "hint_channel_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "hint_channel_token_hash_key" ON "hint_channel" ("token_hash");
-- One of each kind for a calendar, and one for all of an account.
CREATE UNIQUE INDEX "hint_channel_place_key" ON "hint_channel" ("connection_id", "means", "calendar_id")
  NULLS NOT DISTINCT;
CREATE INDEX "hint_channel_calendar_id_idx" ON "hint_channel" ("calendar_id");

-- When the arrangements of an account are looked after next; null: now. A person may want none.
ALTER TABLE "connection"
  ADD COLUMN "hints_wanted" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "hints_at" TIMESTAMPTZ(3);

-- A hint that comes while a run is under way is for the next one.
ALTER TABLE "source" ADD COLUMN "hinted_at" TIMESTAMPTZ(3);
