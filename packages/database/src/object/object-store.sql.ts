import { statement } from '../statement.ts';

/** Of an object `o`: made here, and not at the provider yet. */
const NOT_THERE_YET = 'EXISTS (SELECT 1 FROM outbox WHERE object_id = o.id AND base_source IS NULL)';

export const etagsAtProvider = statement({
  text: `SELECT href, etag FROM calendar_object o WHERE calendar_id = $calendarId AND NOT ${NOT_THERE_YET}
     UNION ALL SELECT href, base_etag FROM outbox
       WHERE calendar_id = $calendarId AND operation = 'DELETE' AND base_source IS NOT NULL`,
  params: { calendarId: 'uuid' },
  row: { href: 'text', etag: 'text?' },
});

export const otherHrefs = statement({
  text: `SELECT href FROM calendar_object o
       WHERE calendar_id = $calendarId AND uid = ANY ($uids) AND href <> ALL ($hrefs) AND NOT ${NOT_THERE_YET}
     UNION SELECT href FROM outbox
       WHERE calendar_id = $calendarId AND uid = ANY ($uids) AND href <> ALL ($hrefs) AND operation = 'DELETE'`,
  params: { calendarId: 'uuid', uids: 'text[]', hrefs: 'text[]' },
  row: { href: 'text' },
});

export const countAll = statement({
  text: 'SELECT count(*) AS n FROM calendar_object WHERE calendar_id = $calendarId',
  params: { calendarId: 'uuid' },
  row: { n: 'int8' },
});

export const countUnread = statement({
  text: 'SELECT count(*) AS n FROM calendar_object WHERE calendar_id = $calendarId AND quarantined IS NOT NULL',
  params: { calendarId: 'uuid' },
  row: { n: 'int8' },
});

export const countAtProvider = statement({
  text: `SELECT count(*) AS n FROM calendar_object o WHERE calendar_id = $calendarId AND NOT ${NOT_THERE_YET}`,
  params: { calendarId: 'uuid' },
  row: { n: 'int8' },
});

export const digestsAt = statement({
  text: `SELECT id, href, uid, etag, md5(source) AS digest FROM calendar_object
     WHERE calendar_id = $calendarId AND href = ANY ($hrefs)`,
  params: { calendarId: 'uuid', hrefs: 'text[]' },
  row: { id: 'uuid', href: 'text', uid: 'text', etag: 'text?', digest: 'text' },
});

export const putMany = statement({
  text: `WITH put AS (
     INSERT INTO calendar_object (calendar_id, id, href, uid, etag, source, sequence, components, flags, recurring,
                                  first_start, last_end, quarantined, updated_at)
     SELECT $calendarId, id, href, uid, etag, source, sequence, components, string_to_array(flags, ','), recurring,
            first_start, last_end, quarantined, now()
     FROM unnest($ids::uuid[], $hrefs::text[], $uids::text[], $etags::text[], $sources::text[], $sequences::int[],
                 $components::jsonb[], $flags::text[], $recurring::bool[], $firstStarts::timestamptz[],
                 $lastEnds::timestamptz[], $quarantined::text[])
       AS item(id, href, uid, etag, source, sequence, components, flags, recurring, first_start, last_end, quarantined)
     ON CONFLICT (id) DO UPDATE SET href = excluded.href, uid = excluded.uid, etag = excluded.etag,
       source = excluded.source, sequence = excluded.sequence, components = excluded.components,
       flags = excluded.flags, recurring = excluded.recurring, first_start = excluded.first_start,
       last_end = excluded.last_end, quarantined = excluded.quarantined, updated_at = now(),
       calendar_id = excluded.calendar_id, revision = excluded.revision)
     INSERT INTO event_text (object_id, component, calendar_id, private, words, place, people)
     SELECT object_id, component, $calendarId, private, words, place, people
     FROM unnest($textObjects::uuid[], $textComponents::int[], $textPrivate::bool[], $texts::text[], $textPlaces::text[],
                 $textPeople::text[]) AS text(object_id, component, private, words, place, people)`,
  params: {
    calendarId: 'uuid',
    ids: 'uuid[]',
    hrefs: 'text[]',
    uids: 'text[]',
    etags: 'text?[]',
    sources: 'text[]',
    sequences: 'int4[]',
    components: 'jsonb[]',
    flags: 'text[]',
    recurring: 'bool[]',
    firstStarts: 'timestamptz?[]',
    lastEnds: 'timestamptz?[]',
    quarantined: 'text?[]',
    textObjects: 'uuid[]',
    textComponents: 'int4[]',
    textPrivate: 'bool[]',
    texts: 'text[]',
    textPlaces: 'text[]',
    textPeople: 'text[]',
  },
  row: {},
});

/** Of a text that is the same still. */
export const nameAnew = statement({
  text: 'UPDATE calendar_object SET etag = $etag, href = $href WHERE id = $id AND source = $source RETURNING id',
  params: { id: 'uuid', source: 'text', etag: 'text?', href: 'text' },
  row: { id: 'uuid' },
});

export const setEtags = statement({
  text: `UPDATE calendar_object SET etag = item.etag
     FROM unnest($ids::uuid[], $etags::text[]) AS item(id, etag) WHERE calendar_object.id = item.id`,
  params: { ids: 'uuid[]', etags: 'text?[]' },
  row: {},
});

export const deleteObjects = statement({
  text: 'DELETE FROM calendar_object WHERE id = ANY ($ids)',
  params: { ids: 'uuid[]' },
  row: {},
});

/** Its occurrences and what is searched, both of which are made of its text. */
export const deleteReadings = statement({
  text: `WITH texts AS (DELETE FROM event_text WHERE object_id = ANY ($objectIds))
     DELETE FROM occurrence WHERE object_id = ANY ($objectIds)`,
  params: { objectIds: 'uuid[]' },
  row: {},
});

export const deleteOccurrences = statement({
  text: 'DELETE FROM occurrence WHERE object_id = ANY ($objectIds)',
  params: { objectIds: 'uuid[]' },
  row: {},
});

export const spanOfOccurrences = statement({
  text: 'SELECT min(starts_at) AS "from", max(ends_at) AS "to" FROM occurrence WHERE object_id = ANY ($objectIds)',
  params: { objectIds: 'uuid[]' },
  row: { from: 'timestamptz?', to: 'timestamptz?' },
});
