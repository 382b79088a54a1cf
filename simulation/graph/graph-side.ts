import type { GraphEffect, GraphFault } from '@atelier/testkit/sandbox-graph/graph-faults';
import type { SeededRandom } from '@atelier/testkit/seeded-random';
import { CALENDARS, type CalendarName } from '../any-studio.ts';
import { fieldIn, uidIn, valueOf } from '../event-text.ts';
import type { RemoteSide } from '../remote-side.ts';
import { type GraphStudio, MAIL } from './graph-studio.ts';

/** Somebody in Outlook. Every one of their edits is told to the ledger. */
export function graphSide(studio: GraphStudio): RemoteSide {
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

function act(studio: GraphStudio, random: SeededRandom, what: Act): void {
  const calendar = random.pick(CALENDARS);
  studio.story.push(`outlook ${what} in ${calendar}: ${ACTS[what](studio, calendar, random)}`);
}

function atTime(basic: string) {
  const [, date = '', hours = '', minutes = ''] = /^(\d{8})T(\d\d)(\d\d)/.exec(basic) ?? [];
  const start = Temporal.PlainDateTime.from(`${date}T${hours}${minutes}00`);
  const said = (at: Temporal.PlainDateTime) => ({ dateTime: at.toString(), timeZone: 'UTC' });
  return { start: said(start), end: said(start.add({ hours: 1 })), date: start.toPlainDate().toString() };
}

function fieldsOf(field: Edited, value: string): object {
  switch (field) {
    case 'SUMMARY':
      return { subject: value };
    case 'LOCATION':
      return { location: { displayName: value } };
    case 'DESCRIPTION':
      return { body: { contentType: 'text', content: value } };
    case 'DTSTART': {
      const { start, end } = atTime(value);
      return { start, end };
    }
  }
}

const ACTS = {
  create(studio: GraphStudio, calendar: CalendarName, random: SeededRandom): string {
    const values = EDITED.map((field) => [field, valueOf(field, studio.number())] as const);
    const { date } = atTime(values.at(-1)?.[1] ?? '');
    const recurrence = {
      pattern: { type: 'daily', interval: 2 },
      range: { type: 'numbered', startDate: date, numberOfOccurrences: 6, recurrenceTimeZone: 'UTC' },
    };
    const fields = Object.assign({}, ...values.map(([field, value]) => fieldsOf(field, value)));
    const id = studio.sandbox.create(MAIL, calendar, {
      ...fields,
      ...(random.chance(0.3) ? { recurrence } : {}),
    });
    const body = studio.remote(calendar).get(id)?.body ?? '';
    studio.ledger.created(body);
    return uidIn(body) ?? '';
  },
  edit(studio: GraphStudio, calendar: CalendarName, random: SeededRandom): string {
    const found = anEvent(studio, calendar, random);
    if (!found) return 'nothing';
    const { id, body } = found;
    const field = random.pick(/^RRULE/m.test(body) ? EDITED.slice(0, 3) : EDITED);
    const value = valueOf(field, studio.number());
    studio.sandbox.patch(MAIL, calendar, id, fieldsOf(field, value) as Record<string, unknown>);
    studio.ledger.edited(uidIn(body) ?? '', field, value, body);
    return `${uidIn(body)} ${field} ${fieldIn(body, field)} -> ${value}`;
  },
  delete(studio: GraphStudio, calendar: CalendarName, random: SeededRandom): string {
    const found = anEvent(studio, calendar, random);
    if (!found) return 'nothing';
    studio.sandbox.remove(MAIL, calendar, found.id);
    const uid = uidIn(found.body) ?? '';
    studio.ledger.deleted(found.body);
    if (studio.inDoubt.has(uid) || studio.racing) studio.ledger.moved(uid);
    return uid;
  },
  /** One date of a series gets another title, or is taken out. */
  instance(studio: GraphStudio, calendar: CalendarName, random: SeededRandom): string {
    const series = studio.sandbox
      .events(MAIL, calendar)
      .filter((event) => event['type'] === 'seriesMaster')
      .flatMap((event) => studio.sandbox.instances(MAIL, calendar, String(event['id'])));
    if (series.length === 0) return 'nothing';
    const id = random.pick(series);
    if (random.chance(0.5)) studio.sandbox.patch(MAIL, calendar, id, { subject: `date${studio.number()}` });
    else studio.sandbox.remove(MAIL, calendar, id);
    return id;
  },
  /** The service forgets how far anybody had read. */
  forget(studio: GraphStudio, calendar: CalendarName): string {
    studio.sandbox.killTokens(MAIL, calendar);
    return 'tokens';
  },
};

function anEvent(studio: GraphStudio, calendar: CalendarName, random: SeededRandom) {
  const all = [...studio.remote(calendar)].map(([id, { body }]) => ({ id, body }));
  return all.length === 0 ? null : random.pick(all);
}

type Make = (random: SeededRandom) => GraphEffect;

const ANYWHERE: readonly Make[] = [
  () => ({ kind: 'reset', at: 'before' }),
  () => ({ kind: 'reset', at: 'answer' }),
  () => ({ kind: 'html' }),
  () => ({ kind: 'truncate' }),
  (random) => ({ kind: 'status', status: random.pick([403, 404, 409, 500, 502, 503, 504, 509]) }),
  (random) => ({ kind: 'status', status: random.pick([429, 503]), retryAfter: random.integer(1, 900) }),
];
const WRITING: readonly Make[] = [
  (random) => ({ kind: 'status', status: random.pick([500, 502, 504]), applied: true }),
  (random) => ({ kind: 'status', status: random.pick([412, 409]), code: 'ErrorIrresolvableConflict' }),
  () => ({ kind: 'reset', at: 'answer' }),
];
const LISTING: readonly Make[] = [() => ({ kind: 'emptied' })];

const isWrite: NonNullable<GraphFault['match']> = ({ method }) => method !== 'GET';
/** A search by UID that lies as well would leave nothing to tell the truth by. */
const isList: NonNullable<GraphFault['match']> = ({ method, path, query }) =>
  method === 'GET' && /\/(events|delta)$/.test(path) && !query.has('$filter');

function addFault(studio: GraphStudio): string {
  const { random, sandbox } = studio;
  const [match, menu] = random.pick<readonly [GraphFault['match'], readonly Make[]]>([
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

function addRace(studio: GraphStudio): string {
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
