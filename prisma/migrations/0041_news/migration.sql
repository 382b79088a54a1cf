-- News: what feeds publish. A feed is a source like a calendar, under the same id, and one however many people choose it.

CREATE TYPE "FeedState" AS ENUM ('ACTIVE', 'GONE');

CREATE TABLE "news_feed" (
  "id" UUID NOT NULL,
  "url" TEXT NOT NULL,
  -- Equal for addresses that lead to the same feed.
  "url_key" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "site" TEXT,
  -- Chosen by an admin, for everybody.
  "for_all" BOOLEAN NOT NULL,
  "state" "FeedState" NOT NULL DEFAULT 'ACTIVE',
  -- By which its server tells whether anything is new, and what it sent last.
  "etag" TEXT,
  "modified" TEXT,
  "digest" TEXT,
  -- Where it has moved for good, as it said last time; believed when it says so again.
  "moved_to" TEXT,
  "missing_since" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "news_feed_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "news_feed_id_fkey" FOREIGN KEY ("id") REFERENCES "source" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "news_feed_url_key_key" ON "news_feed" ("url_key");
CREATE TRIGGER "news_feed_removed" AFTER DELETE ON "news_feed" FOR EACH ROW EXECUTE FUNCTION "remove_source"();

-- Who has chosen a feed for themselves, or hides one that everybody has.
CREATE TABLE "news_reader" (
  "feed_id" UUID NOT NULL,
  "user_id" TEXT NOT NULL,
  "hidden" BOOLEAN NOT NULL,
  -- What was there before is no news to them.
  "since" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "news_reader_pkey" PRIMARY KEY ("feed_id", "user_id"),
  CONSTRAINT "news_reader_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "news_feed" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "news_reader_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "news_reader_user_id_idx" ON "news_reader" ("user_id");

CREATE TABLE "news_item" (
  "id" UUID NOT NULL,
  "feed_id" UUID NOT NULL,
  -- By these an item is known again.
  "guid" TEXT,
  "link_key" TEXT,
  "title_key" TEXT NOT NULL,
  "published_at" TIMESTAMPTZ(3),
  "link" TEXT,
  "title" TEXT NOT NULL,
  "summary" TEXT NOT NULL,
  "shown_at" TIMESTAMPTZ(3) NOT NULL,
  "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
  "listed_at" TIMESTAMPTZ(3) NOT NULL,
  -- Told as news, until it is read.
  "fresh" BOOLEAN NOT NULL,
  -- Too old to be shown; known for a while longer, so that it does not come back.
  "dropped" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "news_item_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "news_item_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "news_feed" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "news_item_feed_id_shown_at_idx" ON "news_item" ("feed_id", "shown_at" DESC) WHERE NOT "dropped";
CREATE INDEX "news_item_feed_id_idx" ON "news_item" ("feed_id");

CREATE TABLE "news_read" (
  "item_id" UUID NOT NULL,
  "user_id" TEXT NOT NULL,
  CONSTRAINT "news_read_pkey" PRIMARY KEY ("item_id", "user_id"),
  CONSTRAINT "news_read_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "news_item" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "news_read_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "news_read_user_id_idx" ON "news_read" ("user_id");
