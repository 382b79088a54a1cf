import { statement } from '../statement.ts';

export const keepTexts = statement({
  text: `INSERT INTO tombstone (id, calendar_id, href, uid, summary, etag, source, local, actor_id, deleted_at)
     SELECT gen_random_uuid(), calendar_id, href, uid, coalesce(components -> 0 ->> 'summary', ''), etag, source,
            $local, $actorId, $at
     FROM calendar_object WHERE id = ANY ($objectIds) AND source <> ''`,
  params: { objectIds: 'uuid[]', local: 'bool', actorId: 'text?', at: 'timestamptz' },
  row: {},
});

export const deletedHere = statement({
  text: `SELECT href, etag FROM tombstone
     WHERE calendar_id = $calendarId AND href = ANY ($hrefs) AND local ORDER BY deleted_at`,
  params: { calendarId: 'uuid', hrefs: 'text[]' },
  row: { href: 'text', etag: 'text?' },
});
