-- A calendar that appeared at the provider after its account was connected waits for somebody to say what becomes of it;
-- null for all that were there from the start, and as soon as it is said.
ALTER TABLE "calendar" ADD COLUMN "offered_at" TIMESTAMPTZ(3);
