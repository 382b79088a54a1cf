import type { SeededRandom } from '@atelier/testkit/seeded-random';
import { CALENDARS, type PlainCalendar } from '../account.ts';
import { USER } from '../dav/dav-side.ts';
import { eventText, FIELDS, uidIn, valueOf, withField } from '../event-text.ts';
import { type KilledStudio, PHONE_PASSWORD } from './killed-studio.ts';
import { patiently } from './patiently.ts';

const AUTHORIZATION = `Basic ${Buffer.from(`${USER}:${PHONE_PASSWORD}`).toString('base64')}`;
const MIX = ['create', 'create', 'edit', 'edit', 'edit', 'edit', 'remove'] as const;

/** Somebody with a phone: a second CalDAV client of the same account, as careful about conditions as Atelier. */
export function openPhone(studio: KilledStudio, random: SeededRandom) {
  const answers = { done: 0, refused: 0 };
  return {
    answers,
    async act(act: keyof typeof ACTS = random.pick(MIX)): Promise<void> {
      const done = await ACTS[act](studio, random.pick(CALENDARS), random);
      if (done !== null) answers[done ? 'done' : 'refused'] += 1;
    },
  };
}

const ACTS = {
  async create(studio: KilledStudio, calendar: PlainCalendar) {
    const uid = `phone-${studio.number()}`;
    const text = eventText(uid, new Map(FIELDS.map((field) => [field, valueOf(field, studio.number())])));
    const created = await put(studio, calendar, `${uid}.ics`, text, { 'if-none-match': '*' });
    if (created) studio.ledger.created(text);
    return created;
  },
  async edit(studio: KilledStudio, calendar: PlainCalendar, random: SeededRandom) {
    const object = anObject(studio, calendar, random);
    if (!object) return null;
    const field = random.pick(FIELDS);
    const value = valueOf(field, studio.number());
    const { name, etag, body } = object;
    const uid = uidIn(body) ?? '';
    // Written down first: Atelier may see it, and replace it, before the phone has its answer.
    studio.ledger.editing(uid, field, value, body);
    const edited = await put(studio, calendar, name, withField(body, field, value), { 'if-match': etag });
    if (edited) studio.ledger.editAccepted(uid, field, value);
    return edited;
  },
  async remove(studio: KilledStudio, calendar: PlainCalendar, random: SeededRandom) {
    const object = anObject(studio, calendar, random);
    if (!object) return null;
    const { name, etag, body } = object;
    const doubtful = await isInDoubt(studio, uidIn(body) ?? '');
    const removed = await send(studio, 'DELETE', calendar, name, { 'if-match': etag });
    if (removed) studio.ledger.deleted(body);
    if (removed && doubtful) studio.ledger.moved(uidIn(body) ?? '');
    return removed;
  },
};

/** A create that has arrived although Atelier does not know it yet: when it is deleted, it may be made again. */
async function isInDoubt({ database }: KilledStudio, uid: string): Promise<boolean> {
  const rows = await patiently(() =>
    database.query('SELECT 1 FROM outbox WHERE uid = $1 AND base_source IS NULL', [uid]),
  );
  return rows.length > 0;
}

function put(
  studio: KilledStudio,
  calendar: PlainCalendar,
  name: string,
  text: string,
  condition: Record<string, string>,
): Promise<boolean> {
  return send(studio, 'PUT', calendar, name, { 'content-type': 'text/calendar', ...condition }, text);
}

async function send(
  { sandbox }: KilledStudio,
  method: string,
  calendar: PlainCalendar,
  name: string,
  headers: Record<string, string>,
  body?: string,
): Promise<boolean> {
  const answer = await fetch(sandbox.objectUrl(USER, calendar, name), {
    method,
    headers: { authorization: AUTHORIZATION, ...headers },
    ...(body !== undefined && { body }),
  });
  await answer.body?.cancel();
  if (!answer.ok && answer.status !== 412 && answer.status !== 404) {
    throw new Error(`${method} ${name} answered ${answer.status}`);
  }
  return answer.ok;
}

function anObject({ sandbox }: KilledStudio, calendar: PlainCalendar, random: SeededRandom) {
  const objects = [...sandbox.objects(USER, calendar)];
  if (objects.length === 0) return null;
  const [name, { etag, body }] = random.pick(objects);
  return { name, etag, body };
}
