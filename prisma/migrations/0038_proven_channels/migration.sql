-- How far an arrangement to be told of changes is relied upon, and one that goes while another already stands in its place.

ALTER TABLE "hint_channel"
  -- When the provider has first been found to reach us by it.
  ADD COLUMN "proven_at" TIMESTAMPTZ(3),
  -- Since when it is not relied upon: a change had come without a word. The arrangement made in its place inherits it.
  ADD COLUMN "doubted_at" TIMESTAMPTZ(3),
  -- When it is given back: another stands in its place.
  ADD COLUMN "leaving_at" TIMESTAMPTZ(3),
  ADD COLUMN "failure_kind" TEXT,
  ADD COLUMN "failure_hint" TEXT;

UPDATE "hint_channel" SET "proven_at" = "heard_at" WHERE "heard_at" IS NOT NULL;
UPDATE "hint_channel" SET "doubted_at" = "missed_at" WHERE "state" = 'DOUBTFUL';
UPDATE "hint_channel" SET "failure_kind" = 'forbidden', "failure_hint" = '' WHERE "failure" IS NOT NULL;

-- One of each kind for a calendar, and one for all of an account; those that go are not counted.
DROP INDEX "hint_channel_place_key";
CREATE UNIQUE INDEX "hint_channel_place_key" ON "hint_channel" ("connection_id", "means", "calendar_id")
  NULLS NOT DISTINCT WHERE "leaving_at" IS NULL;
