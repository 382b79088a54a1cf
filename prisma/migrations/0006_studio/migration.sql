-- What the studio says of itself, once: calendars, artists, pages and mails start from it.
CREATE TABLE "studio" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  -- Empty: not told.
  "address" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "zone" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "sender" TEXT NOT NULL DEFAULT '',
  "url" TEXT NOT NULL DEFAULT '',
  -- Whether somebody reads what is sent to the sender's address.
  "sender_read" BOOLEAN NOT NULL DEFAULT true,
  -- Whose address an answer of a client goes to: artist or studio.
  "replies" TEXT NOT NULL DEFAULT 'artist',
  -- Made for the demo, and nobody has looked at it since.
  "demo" BOOLEAN NOT NULL DEFAULT false,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "studio_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "studio_single" CHECK ("id" = 1),
  CONSTRAINT "studio_replies" CHECK ("replies" IN ('artist', 'studio'))
);

-- Where an answer to a mail goes; null: to its sender.
ALTER TABLE "mail" ADD COLUMN "reply_to" TEXT;
