import { randomUUID } from 'node:crypto';
import { addConflict } from '@atelier/database/object/conflict-store';
import { addCalendar } from '@atelier/database/testing/add-calendar';
import { addConnection } from '@atelier/database/testing/add-connection';
import { transact } from '@atelier/database/transaction';
import type { Actor, Role } from '@atelier/usecases/actor';
import { addEvent } from '@atelier/usecases/events/add-event';
import { deleteEvent } from '@atelier/usecases/events/delete-event';
import superjson from 'superjson';
import { expectOk } from './bookable.ts';
import { openTestServer, watch } from './server.ts';

/** Ids of an event in every form in which it is kept. */
export interface Thing {
  readonly calendarId: string;
  readonly otherCalendarId: string;
  readonly objectId: string;
  readonly uid: string;
  readonly writeId: string;
  readonly conflictId: string;
  readonly tombstoneId: string;
  /** By which its owner can take back that it was made. */
  readonly editId: string;
}

export const SECRET = 'SECRET-lawyer';
export const PLACES = ['PERSONAL', 'GROUP'] as const;
export type Place = (typeof PLACES)[number];
export type Who = 'admin' | 'desk' | 'owner' | 'other' | 'nobody';
const ROLES: Readonly<Record<Exclude<Who, 'nobody'>, Role>> = {
  admin: 'ADMIN',
  desk: 'STAFF',
  owner: 'ARTIST',
  other: 'ARTIST',
};

export type PrivateWorld = Awaited<ReturnType<typeof openPrivateWorld>>;

/** A server with a person of each kind, and an artist with a calendar that only they see and one that all do. */
export async function openPrivateWorld() {
  await using stack = new AsyncDisposableStack();
  const server = stack.use(await openTestServer({ ATELIER_LIMITS: 'off' }));
  const { context, origin } = server;
  const { database } = context;
  const ids = new Map<string, string>();
  const cookies = new Map<Who, string>();
  for (const [who, role] of Object.entries(ROLES)) {
    ids.set(who, await server.addUser(`${who}@studio.test`, role));
    cookies.set(who as Who, await server.signIn(`${who}@studio.test`));
  }
  const ownerId = ids.get('owner') ?? '';
  const owner: Actor = { userId: ownerId, name: 'owner', email: 'owner@studio.test', role: 'ARTIST' };
  const connectionId = randomUUID();
  await addConnection(database, {
    id: connectionId,
    ownerId,
    name: 'Away',
    address: 'http://127.0.0.1:9/',
    username: 'owner',
    secret: '',
    homes: [],
  });
  const calendar = (kind: Place, href: string): Promise<string> =>
    addCalendar(database, {
      ownerId,
      connectionId,
      href,
      kind,
      name: kind,
      timeZone: 'Europe/Zurich',
      state: 'OK',
    });
  const calendars = { PERSONAL: await calendar('PERSONAL', '/a/'), GROUP: await calendar('GROUP', '/b/') };
  const elsewhere = await calendar('GROUP', '/c/');

  const thing = async (
    place: Place,
    classification: 'public' | 'private' | 'confidential',
  ): Promise<Thing> => {
    const calendarId = calendars[place];
    const editId = randomUUID();
    const event = { calendarId, fields: eventFields(classification) };
    const { id: objectId, uid } = expectOk(await addEvent(context, owner, { ...event, editId }));
    const grave = expectOk(await addEvent(context, owner, event));
    expectOk(await deleteEvent(context, owner, { id: grave.id, scope: { scope: 'all' } }));
    // So that it is named where the health of a calendar is shown.
    await database.query("UPDATE calendar_object SET flags = '{repaired}' WHERE id = $1", [objectId]);
    const [row] = await database.query<{ write: string; tombstone: string; source: string; href: string }>(
      `SELECT o.id AS write, t.id AS tombstone, x.source, x.href
       FROM outbox o JOIN calendar_object x ON x.id = o.object_id, tombstone t WHERE x.id = $1 AND t.uid = $2`,
      [objectId, grave.uid],
    );
    if (!row) throw new Error('the event has no write or no tombstone');
    const conflictId = randomUUID();
    await transact(database, (transaction) =>
      addConflict(transaction, {
        id: conflictId,
        calendarId,
        objectId: null,
        href: row.href,
        uid: 'elsewhere',
        summary: SECRET,
        kind: 'BOTH_EDITED',
        groups: ['title'],
        base: row.source,
        mine: row.source,
        theirs: row.source,
        actorId: ownerId,
        outcome: null,
        createdAt: new Date(),
        settledAt: null,
      }),
    );
    const { write: writeId, tombstone: tombstoneId } = row;
    return {
      calendarId,
      otherCalendarId: elsewhere,
      objectId,
      uid,
      writeId,
      conflictId,
      tombstoneId,
      editId,
    };
  };

  /** Everything that is kept of events, to be compared. */
  const kept = async (): Promise<string> =>
    JSON.stringify(
      await database.query(
        `SELECT id, calendar_id, md5(source) AS what FROM calendar_object
         UNION ALL SELECT id, calendar_id, concat(version, state, attempts, next_try_at) FROM outbox
         UNION ALL SELECT id, calendar_id, concat(outcome, settled_at) FROM conflict
         UNION ALL SELECT id, calendar_id, 'buried' FROM tombstone ORDER BY id`,
      ),
    );

  const ask = async (who: Who, type: string, path: string, input: unknown) => {
    const cookie = cookies.get(who);
    const headers = { origin, ...(cookie !== undefined && { cookie }) };
    const said = superjson.stringify(input);
    const answer =
      type === 'query'
        ? await fetch(`${origin}/trpc/${path}?input=${encodeURIComponent(said)}`, { headers })
        : await fetch(`${origin}/trpc/${path}`, {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: said,
          });
    return { status: answer.status, text: await answer.text() };
  };

  const rest = async (who: Who, method: string, path: string) => {
    const headers = { origin, cookie: cookies.get(who) ?? '', 'content-type': 'application/json' };
    const body = method === 'get' ? {} : { body: '{}' };
    const answer = await fetch(`${origin}${path}`, { method: method.toUpperCase(), headers, ...body });
    return { status: answer.status, text: await answer.text() };
  };

  const clear = async (): Promise<void> => {
    for (const table of ['outbox', 'conflict', 'tombstone', 'replaced_text', 'calendar_object'])
      await database.query(`DELETE FROM ${table}`);
  };

  const idOf = (who: Exclude<Who, 'nobody'>): string => ids.get(who) ?? '';
  const owned = stack.move();
  return {
    context,
    origin,
    owner,
    idOf,
    watch: (who: Who) => watch(server, cookies.get(who) ?? null),
    clear,
    thing,
    kept,
    ask,
    rest,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** All that an event says is the secret. */
export function eventFields(classification: 'public' | 'private' | 'confidential') {
  const day = Temporal.Now.plainDateISO('Europe/Zurich').add({ days: 2 }).toString();
  const at = (hour: string) => ({ local: `${day}T${hour}:00:00`, zone: 'Europe/Zurich' });
  return {
    summary: SECRET,
    location: `${SECRET}-place`,
    description: `${SECRET}-text`,
    start: at('10'),
    end: at('12'),
    url: null,
    rrule: null,
    status: null,
    transparent: false,
    classification,
  };
}
