import type { GoogleEffect, GoogleFault } from '@atelier/testkit/sandbox-google/google-faults';
import type { GoogleSandbox } from '@atelier/testkit/sandbox-google/google-sandbox';
import type { Fields } from '@atelier/testkit/sandbox-google/google-store';
import type { RemoteSide } from '../account.ts';
import { type Edited, type Hand, type Hosted, hostedSide, type Make } from '../hosted-side.ts';
import { MAIL } from '../signed-in-person.ts';
import type { Studio } from '../studio.ts';

/** Somebody in Google Calendar. */
export function googleSide(hosted: Hosted, sandbox: GoogleSandbox): RemoteSide {
  return hostedSide(hosted, handOf(hosted.studio, sandbox), {
    faults: sandbox.faults,
    anywhere: ANYWHERE,
    writing: WRITING,
    listing: LISTING,
    isList,
  });
}

function handOf(studio: Studio, sandbox: GoogleSandbox): Hand {
  return {
    name: 'google',
    create(calendar, values, random) {
      const fields = [...values].map(([field, value]) => fieldsOf(field, value));
      const recurrence = ['RRULE:FREQ=DAILY;INTERVAL=2;COUNT=6'];
      const id = `theirs${studio.number()}`;
      sandbox.put(MAIL, calendar, id, Object.assign({}, ...fields, random.chance(0.3) ? { recurrence } : {}));
      return id;
    },
    change: (calendar, id, field, value) => sandbox.change(MAIL, calendar, id, fieldsOf(field, value)),
    remove: (calendar, id) => sandbox.remove(MAIL, calendar, id),
    dates: (calendar) =>
      sandbox
        .rows(MAIL, calendar)
        .filter((row) => row['recurrence'] !== undefined && row['status'] !== 'cancelled')
        .flatMap((row) => sandbox.instances(MAIL, calendar, String(row['id']))),
    isSeries: (body) => /^RRULE/m.test(body.replace(/BEGIN:VTIMEZONE[\s\S]*?END:VTIMEZONE/g, '')),
    forget: (calendar) => sandbox.expireTokens(MAIL, calendar),
  };
}

function fieldsOf(field: Edited, value: string): Fields {
  switch (field) {
    case 'SUMMARY':
      return { summary: value };
    case 'LOCATION':
      return { location: value };
    case 'DESCRIPTION':
      return { description: value };
    case 'DTSTART': {
      const [, date = '', hours = '', minutes = ''] = /^(\d{8})T(\d\d)(\d\d)/.exec(value) ?? [];
      const start = Temporal.PlainDateTime.from(`${date}T${hours}${minutes}00`).toZonedDateTime('UTC');
      const said = (at: Temporal.ZonedDateTime) => ({ dateTime: at.toInstant().toString(), timeZone: 'UTC' });
      return { start: said(start), end: said(start.add({ hours: 1 })) };
    }
  }
}

const ANYWHERE: readonly Make<GoogleEffect>[] = [
  () => ({ kind: 'reset', at: 'before' }),
  () => ({ kind: 'reset', at: 'answer' }),
  () => ({ kind: 'html' }),
  () => ({ kind: 'truncate' }),
  (random) => ({ kind: 'status', status: random.pick([404, 409, 500, 502, 503, 504]) }),
  (random) => ({
    kind: 'status',
    status: 403,
    reason: random.pick(['rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded', 'forbidden']),
  }),
  (random) => ({ kind: 'status', status: 429, retryAfter: random.integer(1, 900) }),
];
const WRITING: readonly Make<GoogleEffect>[] = [
  (random) => ({ kind: 'status', status: random.pick([500, 502, 504]), applied: true }),
  () => ({ kind: 'status', status: 412, reason: 'conditionNotMet' }),
  () => ({ kind: 'reset', at: 'answer' }),
];
const LISTING: readonly Make<GoogleEffect>[] = [() => ({ kind: 'emptied' }), () => ({ kind: 'endless' })];

/** A search by UID that lies as well would leave nothing to tell the truth by. */
const isList: NonNullable<GoogleFault['match']> = ({ method, path, query }) =>
  method === 'GET' &&
  path.endsWith('/events') &&
  !query.has('iCalUID') &&
  !query.has('privateExtendedProperty');
