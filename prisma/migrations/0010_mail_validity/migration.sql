-- A mail is true for as long as what it speaks of; mail to one address has a pace; what a job could not do is remembered.

ALTER TYPE "MailState" ADD VALUE 'HELD';
ALTER TYPE "MailState" ADD VALUE 'DROPPED';

ALTER TABLE "mail"
  -- When it is to go at the earliest, by the pace of its address.
  ADD COLUMN "due_at" TIMESTAMPTZ(3),
  -- Why it is held or was dropped.
  ADD COLUMN "reason" TEXT,
  -- Of two to one reader in one thread, the later one says all that the earlier one said.
  ADD COLUMN "thread" TEXT,
  ADD COLUMN "booking_id" UUID,
  ADD COLUMN "inquiry_id" UUID,
  -- The state in which the booking or inquiry has to be still; null: any.
  ADD COLUMN "needs_state" TEXT,
  ADD COLUMN "valid_until" TIMESTAMPTZ(3);

UPDATE "mail" SET "due_at" = "created_at";
ALTER TABLE "mail" ALTER COLUMN "due_at" SET NOT NULL;

-- What waits from before: its occasion says what it is about.
UPDATE "mail" m SET
  "booking_id" = b."id",
  "thread" = 'booking:' || b."id" || CASE WHEN m."once" LIKE 'booking:%:artist-%' THEN ':artist' ELSE ':client' END,
  "needs_state" = CASE WHEN m."once" ~ ':artist-(requested|requestMoved):' THEN 'REQUESTED' END,
  "valid_until" = CASE WHEN m."once" LIKE 'booking:%:reminder:%' THEN b."starts_at" ELSE b."ends_at" END
FROM "booking" b
WHERE m."state" = 'WAITING' AND m."once" LIKE 'booking:%' AND b."id"::text = split_part(m."once", ':', 2)
  AND b."series_id" IS NULL;
UPDATE "mail" m SET
  "inquiry_id" = i."id",
  "thread" = 'inquiry:' || i."id" || CASE WHEN m."once" LIKE 'inquiry:%:studio-%' THEN ':studio' ELSE ':client' END,
  "needs_state" = CASE WHEN m."once" ~ ':studio-asked:' THEN 'OPEN' WHEN m."once" ~ ':offered:' THEN 'OFFERED' END
FROM "inquiry" i
WHERE m."state" = 'WAITING' AND m."once" LIKE 'inquiry:%' AND i."id"::text = split_part(m."once", ':', 2);

CREATE INDEX "mail_thread_idx" ON "mail" ("thread", "recipient", "created_at") WHERE "thread" IS NOT NULL;
-- As abuse/mailbox.ts writes it.
CREATE INDEX "mail_mailbox_idx" ON "mail" (lower(regexp_replace("recipient", '\+[^@]*@', '@')), "due_at");

-- Who asked how often lately.
CREATE INDEX "booking_created_at_idx" ON "booking" ("created_at");
CREATE INDEX "inquiry_created_at_idx" ON "inquiry" ("created_at");

CREATE TABLE "job_trouble" (
  "job" TEXT NOT NULL,
  -- What the job could not do: the id of a booking, a mail, a connection.
  "item" UUID NOT NULL,
  "attempts" INTEGER NOT NULL,
  "failure" TEXT NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL,
  "next_try_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "job_trouble_pkey" PRIMARY KEY ("job", "item")
);
CREATE INDEX "job_trouble_job_next_try_at_idx" ON "job_trouble" ("job", "next_try_at");
