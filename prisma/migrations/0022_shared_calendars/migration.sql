-- Who may see and write a calendar is said by shares, not by its kind: with a person, with a group, or with everybody of
-- the studio. And everybody has a calendar that is for nobody else's eyes, admins' included.

CREATE TYPE "ShareLevel" AS ENUM ('BUSY', 'READ', 'WRITE');

ALTER TABLE "calendar" ADD COLUMN "private" BOOLEAN NOT NULL DEFAULT false;
CREATE UNIQUE INDEX "calendar_private_key" ON "calendar" ("owner_id") WHERE "private";

CREATE TABLE "people_group" (
  "id" UUID NOT NULL,
  "kind" "CalendarKind" NOT NULL,
  "name" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "people_group_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "people_group_kind_check" CHECK ("kind" <> 'PERSONAL')
);

CREATE TABLE "group_member" (
  "group_id" UUID NOT NULL,
  "user_id" TEXT NOT NULL,
  "level" "ShareLevel" NOT NULL,
  CONSTRAINT "group_member_pkey" PRIMARY KEY ("group_id", "user_id"),
  CONSTRAINT "group_member_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "people_group" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "group_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "group_member_user_id_idx" ON "group_member" ("user_id");

-- With neither a person nor a group it is with everybody.
CREATE TABLE "calendar_share" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "calendar_id" UUID NOT NULL,
  "user_id" TEXT,
  "group_id" UUID,
  "level" "ShareLevel" NOT NULL,
  CONSTRAINT "calendar_share_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "calendar_share_one_check" CHECK (num_nonnulls("user_id", "group_id") <= 1),
  CONSTRAINT "calendar_share_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "calendar_share_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "calendar_share_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "people_group" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "calendar_share_whom_key" ON "calendar_share" ("calendar_id", "user_id", "group_id")
  NULLS NOT DISTINCT;
CREATE INDEX "calendar_share_user_id_idx" ON "calendar_share" ("user_id");
CREATE INDEX "calendar_share_group_id_idx" ON "calendar_share" ("group_id");

-- Calendars of groups and missions were everybody's so far, and stay that until somebody says otherwise.
INSERT INTO "calendar_share" ("calendar_id", "level")
SELECT "id", 'WRITE' FROM "calendar" WHERE "kind" <> 'PERSONAL';

-- An address by which a calendar program follows a calendar, on behalf of whoever made it. Only a hash of it is kept.
CREATE TABLE "calendar_feed" (
  "id" UUID NOT NULL,
  "calendar_id" UUID NOT NULL,
  "user_id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "busy_only" BOOLEAN NOT NULL,
  "token_hash" BYTEA NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "fetched_at" TIMESTAMPTZ(3),
  "version" TEXT,
  "changed_at" TIMESTAMPTZ(3),
  CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "calendar_feed_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "calendar_feed_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed" ("token_hash");
CREATE INDEX "calendar_feed_calendar_id_idx" ON "calendar_feed" ("calendar_id");
CREATE INDEX "calendar_feed_user_id_idx" ON "calendar_feed" ("user_id");

-- Who is here already has a private calendar from now on. It is called in their language where it is shown.
WITH "made" AS (
  SELECT gen_random_uuid() AS "id", "user"."id" AS "owner_id" FROM "user"
), "sources" AS (
  INSERT INTO "source" ("id", "kind", "enabled") SELECT "id", 'CALENDAR', true FROM "made"
)
INSERT INTO "calendar" ("id", "owner_id", "name", "time_zone", "state", "private")
SELECT "id", "owner_id", 'Private', coalesce(
  (SELECT "zone" FROM "studio" LIMIT 1),
  (SELECT mode() WITHIN GROUP (ORDER BY "time_zone") FROM "calendar"),
  'UTC'), 'OK', true
FROM "made";
