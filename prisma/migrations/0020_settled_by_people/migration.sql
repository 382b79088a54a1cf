-- A conflict may be settled field by field: whose each of them was then is kept, so that it can be settled anew.
ALTER TYPE "ConflictOutcome" ADD VALUE 'MIXED';
ALTER TABLE "conflict" ADD COLUMN "taken" JSONB;

-- Somebody has looked at how an event was read, and lets it be as long as it stays the same.
ALTER TABLE "calendar_object" ADD COLUMN "looked_revision" BIGINT;
CREATE INDEX "calendar_object_quarantined_idx" ON "calendar_object" ("calendar_id") WHERE "quarantined" IS NOT NULL;
