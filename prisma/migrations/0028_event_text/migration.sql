-- What an event says, without accents and in small letters, for the search: a narrow table that is read whole faster than
-- an index would be kept, and that needs no extension.

CREATE TABLE "event_text" (
  "object_id" UUID NOT NULL,
  -- Of `calendar_object.components`.
  "component" INTEGER NOT NULL,
  "calendar_id" UUID NOT NULL,
  "private" BOOLEAN NOT NULL,
  -- Title, place, people and notes.
  "words" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "people" TEXT NOT NULL,
  CONSTRAINT "event_text_pkey" PRIMARY KEY ("object_id", "component"),
  CONSTRAINT "event_text_object_id_fkey" FOREIGN KEY ("object_id") REFERENCES "calendar_object" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);

-- As `foldText` does it.
CREATE FUNCTION pg_temp.folded(text) RETURNS text LANGUAGE sql AS $$
  SELECT replace(replace(replace(replace(replace(replace(
    lower(regexp_replace(normalize(coalesce($1, ''), NFD), '[\u0300-\u036f]', '', 'g')),
    'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'ł', 'l'), 'đ', 'd')
$$;

INSERT INTO "event_text" ("object_id", "component", "calendar_id", "private", "words", "place", "people")
SELECT x.id, c.ordinal - 1, x.calendar_id, coalesce(c.event ->> 'classification', 'public') <> 'public',
  left(pg_temp.folded(concat_ws(E'\n', c.event ->> 'summary', c.event ->> 'location', people.names, c.event ->> 'description')), 4000),
  pg_temp.folded(c.event ->> 'location'), pg_temp.folded(people.names)
FROM "calendar_object" x, jsonb_array_elements(x.components) WITH ORDINALITY AS c(event, ordinal),
  LATERAL (SELECT concat_ws(E'\n', c.event ->> 'organizer',
    (SELECT string_agg(name, E'\n') FROM jsonb_array_elements_text(
       CASE jsonb_typeof(c.event -> 'attendees') WHEN 'array' THEN c.event -> 'attendees' ELSE '[]' END) AS name)) AS names) people
WHERE x.quarantined IS NULL;
