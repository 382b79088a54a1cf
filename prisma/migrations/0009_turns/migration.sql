-- Whose turn a request is, what waits to be looked at, and what was decided without knowing.

CREATE TYPE "BookingTurn" AS ENUM ('ARTIST', 'CLIENT');

-- Who has the next word about a request: the artist about what was asked for, the client about what was proposed.
ALTER TABLE "booking" ADD COLUMN "turn" "BookingTurn" NOT NULL DEFAULT 'ARTIST';
-- A request that the artist has moved last waits for its client.
UPDATE "booking" b SET "turn" = 'CLIENT'
  WHERE b."state" = 'REQUESTED' AND 'artist' = (
    SELECT s."party" FROM "booking_step" s
    WHERE s."booking_id" = b."id" AND s."action" = 'reschedule' ORDER BY s."at" DESC LIMIT 1);

-- Why a person has to look, as a code with what belongs to it: the sentence is made in the language of whoever reads it.
ALTER TABLE "booking" ALTER COLUMN "trouble" TYPE JSONB USING CASE
  WHEN "trouble" IS NULL THEN NULL
  WHEN "trouble" LIKE 'The event was deleted%' THEN '{"code": "entry-deleted-there", "given": null}'::jsonb
  WHEN "trouble" LIKE 'The booking was moved here%' THEN '{"code": "entry-moved-twice", "given": null}'::jsonb
  WHEN "trouble" LIKE 'The event was made an all-day%' THEN '{"code": "entry-all-day", "given": null}'::jsonb
  WHEN "trouble" LIKE 'The event was made a recurring%' THEN '{"code": "entry-recurring", "given": null}'::jsonb
  WHEN "trouble" LIKE 'The event was left without%' THEN '{"code": "entry-no-length", "given": null}'::jsonb
  WHEN "trouble" LIKE '“REQUEST:” was put back%' THEN '{"code": "entry-request-again", "given": null}'::jsonb
  WHEN "trouble" LIKE 'The title was changed%' THEN '{"code": "entry-unclear-title", "given": null}'::jsonb
  WHEN "trouble" LIKE 'The event was changed in the calendar after%' THEN '{"code": "entry-over", "given": null}'::jsonb
  WHEN "trouble" LIKE 'A series in your calendar%' THEN '{"code": "series-unclear", "given": null}'::jsonb
  WHEN "trouble" LIKE 'That time is taken%' THEN '{"code": "time-claimed", "given": null}'::jsonb
  ELSE '{"code": "entry-unknown", "given": null}'::jsonb
END;

-- A person took this step although a calendar could not be asked.
ALTER TABLE "booking_step" ADD COLUMN "unverified" BOOLEAN NOT NULL DEFAULT false;

-- What is looked at again as soon as the calendars answer.
CREATE INDEX "booking_unverified_idx" ON "booking" ("artist_id") WHERE "unverified";
