import { setTimeout as delay } from 'node:timers/promises';
import { CALENDARS, type PlainCalendar } from '../account.ts';
import { eventText, FIELDS, type Field, fieldIn, uidIn, valueOf } from '../event-text.ts';
import { type Answer, openVisitor, type Visitor } from './call.ts';
import { EMAIL, type KilledStudio, PASSWORD } from './killed-studio.ts';
import { patiently } from './patiently.ts';

const AGAIN_MS = 150;
/** What people of Atelier can write; the rest of an event is the phone's. */
const EDITED = FIELDS.filter((field) => field !== 'X-STUDIO-NOTE');
const MIX = ['create', 'create', 'create', 'edit', 'edit', 'edit', 'edit', 'remove', 'move'] as const;

interface Stored {
  readonly id: string;
  readonly revision: number;
  readonly source: string;
}

/** How many of somebody's edits came to what. */
export type Answers = Record<Answer, number>;

/** Somebody who works in Atelier through its server, and asks again where no answer came. */
export async function openPerson(studio: KilledStudio) {
  await studio.server.ready();
  const visitor = await openVisitor(studio, { email: EMAIL, password: PASSWORD });
  const answers: Answers = { done: 0, refused: 0, unknown: 0 };
  return {
    answers,
    get unanswered() {
      return visitor.unanswered;
    },
    async act(): Promise<void> {
      const calendar = studio.random.pick(CALENDARS);
      const answer = await ACTS[studio.random.pick(MIX)](studio, visitor, calendar);
      if (answer) answers[answer] += 1;
    },
  };
}

const ACTS = {
  async create(
    { ledger, random, number, calendarIds }: KilledStudio,
    visitor: Visitor,
    calendar: PlainCalendar,
  ) {
    const id = random.uuid();
    const values = new Map(EDITED.map((field) => [field, valueOf(field, number())]));
    const text = eventText(id, values);
    ledger.creating(text);
    const fields = Object.assign({}, PLAIN, ...[...values].map(([field, value]) => patchOf(field, value)));
    const answer = await insist(visitor, 'agenda.add', { calendarId: calendarIds[calendar], id, fields });
    if (answer === 'done') ledger.creationAccepted(text);
    return answer;
  },
  async edit(studio: KilledStudio, visitor: Visitor, calendar: PlainCalendar) {
    const object = await anObject(studio, calendar);
    if (!object) return null;
    const field = studio.random.pick(EDITED);
    const value = valueOf(field, studio.number());
    const uid = uidIn(object.source) ?? '';
    studio.ledger.editing(uid, field, value, object.source);
    const answer = await insist(visitor, 'agenda.edit', { ...whole(object), patch: patchOf(field, value) });
    if (answer === 'done') studio.ledger.editAccepted(uid, field, value);
    return answer;
  },
  async remove(studio: KilledStudio, visitor: Visitor, calendar: PlainCalendar) {
    const object = await anObject(studio, calendar);
    if (!object) return null;
    const answer = await insist(visitor, 'agenda.remove', whole(object));
    if (answer === 'done') studio.ledger.deleted(object.source);
    return answer;
  },
  async move(studio: KilledStudio, visitor: Visitor, calendar: PlainCalendar) {
    const object = await anObject(studio, calendar);
    if (!object) return null;
    studio.ledger.moved(uidIn(object.source) ?? '');
    const toCalendarId = studio.calendarIds[calendar === 'work' ? 'home' : 'work'];
    return insist(visitor, 'agenda.move', { id: object.id, revision: object.revision, toCalendarId });
  },
};

const PLAIN = { url: null, rrule: null, status: null, transparent: false, classification: 'public' };

function whole({ id, revision }: Stored) {
  return { id, revision, scope: { scope: 'all' } };
}

function patchOf(field: Field, value: string): Record<string, unknown> {
  if (field !== 'DTSTART') return { [field.toLowerCase()]: value };
  const start = Temporal.Instant.from(value);
  return { start: timeOf(start), end: timeOf(start.add({ hours: 1 })) };
}

function timeOf(instant: Temporal.Instant) {
  return { local: instant.toString({ smallestUnit: 'second' }).slice(0, -1), zone: 'UTC' };
}

/**
 * Asks until there is an answer. Once nobody could say whether it was done, only "done" can be believed: a refusal may
 * be about what the first try has already changed.
 */
async function insist(visitor: Visitor, path: string, input: unknown): Promise<Answer> {
  let answer = await visitor.call(path, input);
  if (answer !== 'unknown') return answer;
  for (let tries = 0; answer === 'unknown' && tries < 200; tries += 1) {
    await delay(AGAIN_MS);
    answer = await visitor.call(path, input);
  }
  return answer === 'done' ? 'done' : 'unknown';
}

/** An event as somebody sees it who has its calendar open. */
async function anObject(
  { database, random, calendarIds }: KilledStudio,
  calendar: PlainCalendar,
): Promise<Stored | null> {
  const rows = await patiently(() =>
    database.query<Stored>(
      `SELECT id, revision, source FROM calendar_object WHERE calendar_id = $1 AND quarantined IS NULL ORDER BY uid, href`,
      [calendarIds[calendar]],
    ),
  );
  const whole = rows.filter(({ source }) => EDITED.every((field) => fieldIn(source, field) !== null));
  return whole.length === 0 ? null : random.pick(whole);
}
