import { randomUUID } from 'node:crypto';
import { openBookings } from '@atelier/database/booking/open-entries';
import type { Database } from '@atelier/database/database';
import { addCalendar } from '@atelier/database/testing/add-calendar';
import { addConnection } from '@atelier/database/testing/add-connection';
import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { createCalDavGateway } from '@atelier/providers/caldav/caldav-gateway';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import type { HttpLimits } from '@atelier/providers/http/http-limits';
import { eventFile } from '@atelier/testkit/event-builder';
import { type Sandbox, startSandbox } from '@atelier/testkit/sandbox/sandbox';
import { AT_A_TIME, type EngineServices } from '../engine-services.ts';
import { createSyncEngine, type SyncEngine } from '../run/engine.ts';
import { TOLD_SECONDS } from '../schedule.ts';

export const NOW = new Date('2026-03-10T09:00:00Z');

/** A studio with one account on a sandbox server, the true engine and a true database. For tests. */
export interface SyncWorld extends AsyncDisposable {
  readonly database: Database;
  readonly sandbox: Sandbox;
  readonly services: EngineServices;
  readonly engine: SyncEngine;
  readonly connectionId: string;
  /** The clock all of it goes by. */
  at: Date;
  readonly reported: unknown[];
  /** Makes a calendar on the server and connects it; gives its id here. */
  calendar(uri: string): Promise<string>;
  /** What is stored, in the shape of what the server holds: name -> etag. */
  mirror(calendarId: string): Promise<Map<string, string | null>>;
  remote(uri: string): Map<string, string>;
  sync(calendarId: string, full?: boolean): ReturnType<SyncEngine['runNow']>;
}

export async function openSyncWorld(http: Partial<HttpLimits> = {}): Promise<SyncWorld> {
  await using stack = new AsyncDisposableStack();
  const { database } = stack.use(await createTestDatabase());
  const sandbox = stack.use(await startSandbox());
  sandbox.addUser('ann', 'secret');
  const gateway = stack.use(
    createCalDavGateway({
      allow: parseAllowList('127.0.0.1'),
      now: () => Temporal.Now.instant(),
      monotonicMs: () => performance.now(),
      http,
    }),
  );
  const reported: unknown[] = [];
  const connectionId = await connectSandbox(database, sandbox);
  const services: EngineServices = {
    database,
    clock: () => world.at,
    random: () => 0.5,
    newId: randomUUID,
    atATime: AT_A_TIME,
    toldSeconds: TOLD_SECONDS,
    studioZone: async () => 'Europe/Zurich',
    bookings: openBookings(database),
    progressed: () => undefined,
    report: (error) => reported.push(error),
    openAccount: async ({ username, secret, reach }) =>
      gateway.open({ kind: 'password', username, password: secret }, reach),
  };
  const owned = stack.move();
  const world: SyncWorld = {
    database,
    sandbox,
    services,
    connectionId,
    reported,
    at: NOW,
    engine: createSyncEngine(services),
    calendar: (uri) => connectCalendar(world, uri),
    mirror: async (calendarId) => {
      const rows = await database.query<{ href: string; etag: string | null }>(
        'SELECT href, etag FROM calendar_object WHERE calendar_id = $1 ORDER BY href',
        [calendarId],
      );
      return new Map(rows.map(({ href, etag }) => [decodeURIComponent(href.split('/').at(-1) ?? ''), etag]));
    },
    remote: (uri) =>
      new Map([...sandbox.objects('ann', uri)].map(([name, { etag }]) => [name, etag] as const).sort()),
    sync: (calendarId, full = false) => world.engine.runNow([calendarId], { full }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
  return world;
}

async function connectSandbox(database: Database, sandbox: Sandbox): Promise<string> {
  await database.prisma.user.create({
    data: { id: 'ann', name: 'Ann', email: 'ann@studio.test', role: 'ADMIN' },
  });
  return addConnection(database, {
    ownerId: 'ann',
    name: 'Sandbox',
    address: sandbox.url,
    username: 'ann',
    secret: 'secret',
    homes: [sandbox.homeUrl('ann')],
    addressesAt: NOW,
  });
}

async function connectCalendar({ database, sandbox, connectionId }: SyncWorld, uri: string): Promise<string> {
  sandbox.addCalendar('ann', { uri, name: uri });
  const calendar = {
    ownerId: 'ann',
    connectionId,
    href: new URL(sandbox.calendarUrl('ann', uri)).pathname,
    name: uri,
    timeZone: 'Europe/Zurich',
    capabilities: { syncCollection: true, ctag: true },
  };
  return addCalendar(database, calendar, { nextSyncAt: NOW });
}

/** An hour on a day of March 2026, in Zurich. */
export function appointment(uid: string, day = 12, summary = uid): string {
  const start = Temporal.ZonedDateTime.from({
    year: 2026,
    month: 3,
    day,
    hour: 10,
    timeZone: 'Europe/Zurich',
  });
  return eventFile({ uid, summary, start, end: start.add({ hours: 1 }) });
}

/** Puts `count` appointments `a0.ics`, `a1.ics`, ... on the server. */
export function fill({ sandbox }: SyncWorld, uri: string, count: number): void {
  for (let n = 0; n < count; n += 1)
    sandbox.put('ann', uri, `a${n}.ics`, appointment(`uid-${n}`, 1 + (n % 28)));
}
