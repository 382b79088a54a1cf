import { lockCalendars } from '@atelier/database/calendar/calendar-place';
import { transact } from '@atelier/database/transaction';
import { unsayable } from '@atelier/providers/unsayable';
import { moveLocal, removeLocal, saveLocal } from '@atelier/sync/mirror/local-write';
import type { CalendarName } from './account.ts';
import { eventText, FIELDS, fieldIn, uidIn, valueOf, withField } from './event-text.ts';
import type { Studio } from './studio.ts';

/** Somebody in Atelier. What they are told is done is told to the ledger. */
export async function actLocally(studio: Studio): Promise<string> {
  const calendar = studio.random.pick(studio.calendars);
  const act = studio.random.pick([
    'create',
    'create',
    'edit',
    'edit',
    'edit',
    'edit',
    'delete',
    'move',
  ] as const);
  const done = await ACTS[act](studio, calendar);
  return `local ${act} in ${calendar}: ${done}`;
}

/** What people of Atelier can write; the rest of an event is the phone's. */
const EDITED = FIELDS.filter((field) => field !== 'X-STUDIO-NOTE');

/** A series is moved with all its dates, which is more than one line. */
const TEXTS = EDITED.filter((field) => field !== 'DTSTART');
const isSeries = (text: string) => /^RRULE[;:]/m.test(text);

const ACTS = {
  async create(studio: Studio, calendar: CalendarName): Promise<string> {
    const uid = studio.random.uuid();
    const text = eventText(uid, new Map(EDITED.map((field) => [field, valueOf(field, studio.number())])));
    await write(studio, calendar, uid, text);
    studio.ledger.created(text);
    return uid;
  },
  async edit(studio: Studio, calendar: CalendarName): Promise<string> {
    const object = await anObject(studio, calendar);
    if (!object) return 'nothing';
    const field = studio.random.pick(isSeries(object.source) ? TEXTS : EDITED);
    const value = valueOf(field, studio.number());
    await write(studio, calendar, object.id, withField(object.source, field, value));
    studio.ledger.edited(uidIn(object.source) ?? '', field, value, object.source);
    return `${uidIn(object.source)} ${field} ${fieldIn(object.source, field)} -> ${value}`;
  },
  async delete(studio: Studio, calendar: CalendarName): Promise<string> {
    const object = await anObject(studio, calendar);
    if (!object) return 'nothing';
    await transact(studio.database, async (transaction) => {
      const id = studio.idOf(calendar);
      const place = (await lockCalendars(transaction, [id])).get(id);
      if (place) await removeLocal(transaction, { place, objectId: object.id, ...author(studio) });
    });
    studio.ledger.deleted(object.source);
    return uidIn(object.source) ?? '';
  },
  async move(studio: Studio, calendar: CalendarName): Promise<string> {
    const object = await anObject(studio, calendar);
    if (!object) return 'nothing';
    const target = elsewhere(studio, calendar);
    const change = { text: object.source, before: null, addresses: [] };
    if (unsayable(studio.accountOf(target).kind, change) !== null)
      return `${target} has no words for ${uidIn(object.source)}`;
    const ids = [studio.idOf(calendar), studio.idOf(target)] as const;
    await transact(studio.database, async (transaction) => {
      const places = await lockCalendars(transaction, ids);
      const [place, to] = [places.get(ids[0]), places.get(ids[1])];
      if (place && to) await moveLocal(transaction, { place, to, objectId: object.id, ...author(studio) });
    });
    studio.ledger.moved(uidIn(object.source) ?? '');
    return `${uidIn(object.source)} to ${target}`;
  },
};

function elsewhere({ calendars, random }: Studio, calendar: CalendarName): CalendarName {
  const others = calendars.filter((name) => name !== calendar);
  return others.length === 1 && others[0] !== undefined ? others[0] : random.pick(others);
}

async function write(
  studio: Studio,
  calendar: CalendarName,
  objectId: string,
  source: string,
): Promise<void> {
  await transact(studio.database, async (transaction) => {
    const id = studio.idOf(calendar);
    const place = (await lockCalendars(transaction, [id])).get(id);
    if (place) await saveLocal(transaction, { place, objectId, source, ...author(studio) });
  });
}

function author(studio: Studio) {
  return { actorId: 'ann', now: studio.now, newId: () => studio.random.uuid() };
}

async function anObject(
  studio: Studio,
  calendar: CalendarName,
): Promise<{ readonly id: string; readonly source: string } | null> {
  const rows = await studio.database.query<{ id: string; source: string }>(
    'SELECT id, source FROM calendar_object WHERE calendar_id = $1 AND quarantined IS NULL ORDER BY uid, href',
    [studio.idOf(calendar)],
  );
  return rows.length === 0 ? null : studio.random.pick(rows);
}
