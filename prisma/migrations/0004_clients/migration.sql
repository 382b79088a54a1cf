-- How clients come in, come back, and are told.

-- What subscribers of free times and of bookings are told about: an artist or a chair.
ALTER TABLE "change" ADD COLUMN "artist_id" UUID;

-- Links that open one booking without signing in. Every mail has one of its own; only hashes are kept.
CREATE TABLE "booking_link" (
  "token_hash" BYTEA NOT NULL,
  "booking_id" UUID NOT NULL,
  -- client or artist
  "party" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "booking_link_pkey" PRIMARY KEY ("token_hash"),
  CONSTRAINT "booking_link_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking" ("id") ON DELETE CASCADE
);
CREATE INDEX "booking_link_booking_id_idx" ON "booking_link" ("booking_id");
INSERT INTO "booking_link" SELECT "token_hash", "id", 'client', "created_at" FROM "booking";
ALTER TABLE "booking" DROP COLUMN "token_hash";

-- An idea that a client has described; the artist answers with a quote and with times to choose from.
CREATE TYPE "InquiryState" AS ENUM ('OPEN', 'OFFERED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'CLOSED');
CREATE TABLE "inquiry" (
  "id" UUID NOT NULL,
  -- Null: whoever of the studio takes it.
  "artist_id" UUID,
  "state" "InquiryState" NOT NULL,
  "client_name" TEXT NOT NULL,
  "client_email" TEXT NOT NULL,
  "client_phone" TEXT,
  "client_zone" TEXT,
  "language" TEXT NOT NULL DEFAULT 'en',
  "idea" TEXT NOT NULL,
  "placement" TEXT NOT NULL DEFAULT '',
  "size" TEXT NOT NULL DEFAULT '',
  "style" TEXT NOT NULL DEFAULT '',
  "budget" TEXT NOT NULL DEFAULT '',
  "preferred_days" TEXT NOT NULL DEFAULT '',
  "quote" TEXT NOT NULL DEFAULT '',
  "deposit" TEXT NOT NULL DEFAULT '',
  "message" TEXT NOT NULL DEFAULT '',
  "version" INTEGER NOT NULL DEFAULT 1,
  "expires_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "inquiry_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "inquiry_artist_id_fkey" FOREIGN KEY ("artist_id") REFERENCES "artist" ("id") ON DELETE RESTRICT
);
CREATE INDEX "inquiry_artist_id_idx" ON "inquiry" ("artist_id");
CREATE INDEX "inquiry_state_expires_at_idx" ON "inquiry" ("state", "expires_at");

CREATE TABLE "inquiry_link" (
  "token_hash" BYTEA NOT NULL,
  "inquiry_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "inquiry_link_pkey" PRIMARY KEY ("token_hash"),
  CONSTRAINT "inquiry_link_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry" ("id") ON DELETE CASCADE
);
CREATE INDEX "inquiry_link_inquiry_id_idx" ON "inquiry_link" ("inquiry_id");

-- One sitting of the work that an inquiry comes to; offered times lead to one booking.
CREATE TABLE "inquiry_session" (
  "id" UUID NOT NULL,
  "inquiry_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "minutes" INTEGER NOT NULL,
  "booking_id" UUID,
  CONSTRAINT "inquiry_session_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "inquiry_session_minutes" CHECK ("minutes" BETWEEN 1 AND 10080),
  CONSTRAINT "inquiry_session_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry" ("id") ON DELETE CASCADE,
  CONSTRAINT "inquiry_session_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking" ("id") ON DELETE SET NULL
);
CREATE UNIQUE INDEX "inquiry_session_inquiry_id_number_key" ON "inquiry_session" ("inquiry_id", "number");
CREATE INDEX "inquiry_session_booking_id_idx" ON "inquiry_session" ("booking_id");

CREATE TABLE "offered_time" (
  "id" UUID NOT NULL,
  "session_id" UUID NOT NULL,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "offered_time_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "offered_time_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "inquiry_session" ("id") ON DELETE CASCADE
);
CREATE INDEX "offered_time_session_id_idx" ON "offered_time" ("session_id");

-- Pictures live here and not in a folder that a web server hands out. Made anew when they arrive: nothing but pixels is kept.
CREATE TABLE "image" (
  "id" UUID NOT NULL,
  -- Of one that waits for its form to be sent.
  "upload_hash" BYTEA,
  "booking_id" UUID,
  "inquiry_id" UUID,
  "artist_id" UUID,
  "content_type" TEXT NOT NULL,
  "width" INTEGER NOT NULL,
  "height" INTEGER NOT NULL,
  "bytes" BYTEA NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "image_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "image_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking" ("id") ON DELETE CASCADE,
  CONSTRAINT "image_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry" ("id") ON DELETE CASCADE,
  CONSTRAINT "image_artist_id_fkey" FOREIGN KEY ("artist_id") REFERENCES "artist" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "image_upload_hash_key" ON "image" ("upload_hash");
CREATE INDEX "image_booking_id_idx" ON "image" ("booking_id");
CREATE INDEX "image_inquiry_id_idx" ON "image" ("inquiry_id");
CREATE UNIQUE INDEX "image_artist_id_key" ON "image" ("artist_id");
CREATE INDEX "image_created_at_idx" ON "image" ("created_at");

-- Links of a mail, sealed: the text has {names} in their place, so that nobody reads a token in the database.
ALTER TABLE "mail" ADD COLUMN "links" TEXT;

-- From which address a request came, hashed: so many may wait at once and no more.
ALTER TABLE "booking" ADD COLUMN "origin_hash" BYTEA;
CREATE INDEX "booking_origin_hash_idx" ON "booking" ("origin_hash") WHERE "state" = 'REQUESTED';
ALTER TABLE "inquiry" ADD COLUMN "origin_hash" BYTEA;
CREATE INDEX "inquiry_origin_hash_idx" ON "inquiry" ("origin_hash") WHERE "state" = 'OPEN';

-- How often an address has asked within its window. Counted here, so that every server process counts alike.
CREATE TABLE "limit_count" (
  "key" TEXT NOT NULL,
  "points" INTEGER NOT NULL,
  "expire" BIGINT,
  CONSTRAINT "limit_count_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "limit_count_expire_idx" ON "limit_count" ("expire");

-- Proofs of work count once.
CREATE TABLE "spent_proof" (
  "signature" TEXT NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "spent_proof_pkey" PRIMARY KEY ("signature")
);
CREATE INDEX "spent_proof_expires_at_idx" ON "spent_proof" ("expires_at");

-- No two versions of an event bear the same number, also where an event leaves one calendar for another and comes back.
CREATE SEQUENCE "object_revision" START 1000;
ALTER TABLE "calendar_object" ALTER COLUMN "revision" TYPE BIGINT, ALTER COLUMN "revision" SET DEFAULT nextval('object_revision');
ALTER TABLE "booking" ALTER COLUMN "known_revision" TYPE BIGINT;
