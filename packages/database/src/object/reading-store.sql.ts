import type { EventComponent, Flag } from '@atelier/calendar/occurrence';
import { OWNER_ADDRESSES } from '../calendar/owner-addresses.ts';
import { known, statement } from '../statement.ts';

export const readingsOfCalendars = statement({
  text: `SELECT id, time_zone AS "timeZone", read_as AS "readAs", ${OWNER_ADDRESSES} FROM calendar ORDER BY id`,
  params: {},
  row: { id: 'uuid', timeZone: 'text', readAs: 'text?', ownerAddresses: 'text[]' },
});

export const pageOfTexts = statement({
  text: `SELECT id, href, etag, source, components, flags, ARRAY(
       SELECT round(extract(epoch FROM starts_at) * 1000)::bigint || ' ' || round(extract(epoch FROM ends_at) * 1000)::bigint
         || ' ' || busy
       FROM occurrence o WHERE o.object_id = x.id ORDER BY starts_at, ends_at, busy) AS occurrences
     FROM calendar_object x
     WHERE calendar_id = $calendarId AND quarantined IS NULL AND ($after::uuid IS NULL OR id > $after)
     ORDER BY id LIMIT $limit`,
  params: { calendarId: 'uuid', after: 'uuid?', limit: 'int8' },
  row: {
    id: 'uuid',
    href: 'text',
    etag: 'text?',
    source: 'text',
    components: known<readonly EventComponent[]>('jsonb'),
    flags: known<readonly Flag[]>('text[]'),
    occurrences: 'text[]',
  },
});
