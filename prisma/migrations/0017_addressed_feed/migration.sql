-- What a change is about, and who may hear of it, for topics of any kind: not columns for calendars and artists alone.
ALTER TABLE "change" ADD COLUMN "subject" TEXT, ADD COLUMN "audience" TEXT, ADD COLUMN "audience_id" TEXT;
UPDATE "change" SET
  "subject" = coalesce("calendar_id", "artist_id")::text,
  "audience" = CASE WHEN "topic" = 'slots' THEN 'VISITORS' WHEN "topic" = 'people' THEN 'ADMINS'
                    WHEN "calendar_id" IS NOT NULL THEN 'CALENDAR' ELSE 'STUDIO' END,
  "audience_id" = "calendar_id"::text;
ALTER TABLE "change" ALTER COLUMN "audience" SET NOT NULL;
ALTER TABLE "change" DROP COLUMN "calendar_id", DROP COLUMN "artist_id";
