-- Whether an event is private is said by its text, and by nothing else, so that no writer can forget to say it beside
-- the text. Anything but PUBLIC is private (RFC 5545 3.8.1.3), and in doubt so is what holds no event that can be read.
-- Control characters are taken away as the reader does, and folded lines are joined.
CREATE FUNCTION "is_private_event"("source" TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT "source" IS NOT NULL AND (
    (strpos("source", 'BEGIN:VEVENT') = 0 AND "source" !~* 'BEGIN:VEVENT')
    OR regexp_replace("source", E'[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]|(?:\\r\\n|\\r|\\n)[ \\t]', '', 'g')
      ~* E'(?:^|[\\r\\n])CLASS(?:;[^\\r\\n]*)?:(?!(?:PUBLIC)?[ \\t]*(?:[\\r\\n]|$))'
  )
$$;

-- Every row that carries what an event says carries this as well; existing rows are judged by the same function.
ALTER TABLE "calendar_object" ADD COLUMN "private" BOOLEAN NOT NULL GENERATED ALWAYS AS (is_private_event("source")) STORED;
ALTER TABLE "tombstone" ADD COLUMN "private" BOOLEAN NOT NULL GENERATED ALWAYS AS (is_private_event("source")) STORED;
-- The text that a PUT would send is that of its object, which has a column of its own.
ALTER TABLE "outbox" ADD COLUMN "private" BOOLEAN NOT NULL
  GENERATED ALWAYS AS (is_private_event("base_source") OR is_private_event("sent_source")) STORED;
ALTER TABLE "conflict" ADD COLUMN "private" BOOLEAN NOT NULL GENERATED ALWAYS AS (
  is_private_event("base_source") OR is_private_event("mine_source") OR is_private_event("theirs_source")
) STORED;
