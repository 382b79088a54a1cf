import type { GoogleEffect, GoogleFault } from '@atelier/testkit/sandbox-google/google-faults';
import type { Fields } from '@atelier/testkit/sandbox-google/google-store';
import type { SeededRandom } from '@atelier/testkit/seeded-random';
import { CALENDARS, type CalendarName } from '../any-studio.ts';
import { fieldIn, uidIn, valueOf } from '../event-text.ts';
import type { RemoteSide } from '../remote-side.ts';
import { type GoogleStudio, MAIL } from './google-studio.ts';

/** Somebody in Google Calendar. Every one of their edits is told to the ledger. */
export function googleSide(studio: GoogleStudio): RemoteSide {
  const { random, sandbox } = studio;
  return {
    create: () => act(studio, random, 'create'),
    act: () => act(studio, random, random.pick(MIX)),
    fault: () => addFault(studio),
    race: () => addRace(studio),
    clear: () => sandbox.faults.clear(),
  };
}

const EDITED = ['SUMMARY', 'LOCATION', 'DESCRIPTION', 'DTSTART'] as const;
type Edited = (typeof EDITED)[number];
type Act = keyof typeof ACTS;
const MIX: readonly Act[] = [
  'create',
  'create',
  'edit',
  'edit',
  'edit',
  'edit',
  'delete',
  'instance',
  'instance',
  'forget',
];

function act(studio: GoogleStudio, random: SeededRandom, what: Act): void {
  const calendar = random.pick(CALENDARS);
  studio.story.push(`google ${what} in ${calendar}: ${ACTS[what](studio, calendar, random)}`);
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

const ACTS = {
  create(studio: GoogleStudio, calendar: CalendarName, random: SeededRandom): string {
    const values = EDITED.map((field) => fieldsOf(field, valueOf(field, studio.number())));
    const recurrence = ['RRULE:FREQ=DAILY;INTERVAL=2;COUNT=6'];
    const id = `theirs${studio.number()}`;
    const fields = Object.assign({}, ...values, random.chance(0.3) ? { recurrence } : {});
    studio.sandbox.put(MAIL, calendar, id, fields);
    const body = studio.remote(calendar).get(id)?.body ?? '';
    studio.ledger.created(body);
    return uidIn(body) ?? '';
  },
  edit(studio: GoogleStudio, calendar: CalendarName, random: SeededRandom): string {
    const found = anEvent(studio, calendar, random);
    if (!found) return 'nothing';
    const { id, body } = found;
    const field = random.pick(/^RRULE/m.test(withoutZones(body)) ? EDITED.slice(0, 3) : EDITED);
    const value = valueOf(field, studio.number());
    studio.sandbox.change(MAIL, calendar, id, fieldsOf(field, value));
    studio.ledger.edited(uidIn(body) ?? '', field, value, body);
    return `${uidIn(body)} ${field} ${fieldIn(body, field)} -> ${value}`;
  },
  delete(studio: GoogleStudio, calendar: CalendarName, random: SeededRandom): string {
    const found = anEvent(studio, calendar, random);
    if (!found) return 'nothing';
    studio.sandbox.remove(MAIL, calendar, found.id);
    const uid = uidIn(found.body) ?? '';
    studio.ledger.deleted(found.body);
    if (studio.inDoubt.has(uid) || studio.racing) studio.ledger.moved(uid);
    return uid;
  },
  /** One date of a series gets another title, or is taken out. */
  instance(studio: GoogleStudio, calendar: CalendarName, random: SeededRandom): string {
    const series = studio.sandbox
      .rows(MAIL, calendar)
      .filter((row) => row['recurrence'] !== undefined && row['status'] !== 'cancelled')
      .flatMap((row) => studio.sandbox.instances(MAIL, calendar, String(row['id'])));
    if (series.length === 0) return 'nothing';
    const id = random.pick(series);
    if (random.chance(0.5)) studio.sandbox.change(MAIL, calendar, id, { summary: `date${studio.number()}` });
    else studio.sandbox.remove(MAIL, calendar, id);
    return id;
  },
  /** The service forgets how far anybody had read. */
  forget(studio: GoogleStudio, calendar: CalendarName): string {
    studio.sandbox.expireTokens(MAIL, calendar);
    return 'tokens';
  },
};

const withoutZones = (body: string): string => body.replace(/BEGIN:VTIMEZONE[\s\S]*?END:VTIMEZONE/g, '');

function anEvent(studio: GoogleStudio, calendar: CalendarName, random: SeededRandom) {
  const all = [...studio.remote(calendar)].map(([id, { body }]) => ({ id, body }));
  return all.length === 0 ? null : random.pick(all);
}

type Make = (random: SeededRandom) => GoogleEffect;

const ANYWHERE: readonly Make[] = [
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
const WRITING: readonly Make[] = [
  (random) => ({ kind: 'status', status: random.pick([500, 502, 504]), applied: true }),
  () => ({ kind: 'status', status: 412, reason: 'conditionNotMet' }),
  () => ({ kind: 'reset', at: 'answer' }),
];
const LISTING: readonly Make[] = [() => ({ kind: 'emptied' }), () => ({ kind: 'endless' })];

const isWrite: NonNullable<GoogleFault['match']> = ({ method }) => method !== 'GET';
/** A search by UID that lies as well would leave nothing to tell the truth by. */
const isList: NonNullable<GoogleFault['match']> = ({ method, path, query }) =>
  method === 'GET' &&
  path.endsWith('/events') &&
  !query.has('iCalUID') &&
  !query.has('privateExtendedProperty');

function addFault(studio: GoogleStudio): string {
  const { random, sandbox } = studio;
  const [match, menu] = random.pick<readonly [GoogleFault['match'], readonly Make[]]>([
    [undefined, ANYWHERE],
    [undefined, ANYWHERE],
    [isWrite, WRITING],
    [isWrite, WRITING],
    ...(random.chance(0.3) ? [[isList, LISTING] as const] : []),
  ]);
  const effect = random.pick(menu)(random);
  const often = random.chance(0.4)
    ? { probability: random.pick([0.2, 0.5, 1]) }
    : { times: random.integer(1, 3) };
  sandbox.faults.add({ effect, ...often, ...(match && { match }) });
  return `fault ${JSON.stringify(effect)} ${JSON.stringify(often)}`;
}

function addRace(studio: GoogleStudio): string {
  const when = studio.random.pick(['before', 'after'] as const);
  const random = studio.branch();
  const race = (): void => {
    studio.racing = true;
    act(studio, random, random.pick(MIX));
    studio.racing = false;
  };
  studio.sandbox.faults.add({ match: isWrite, times: 1, effect: { kind: 'meanwhile', when, act: race } });
  return `race ${when} a write`;
}
