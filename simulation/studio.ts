import { openBookings } from '@atelier/database/booking/open-entries';
import type { Database } from '@atelier/database/database';
import { addCalendar } from '@atelier/database/testing/add-calendar';
import { addConnection } from '@atelier/database/testing/add-connection';
import { createCalDavGateway } from '@atelier/providers/caldav/caldav-gateway';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import type { ProviderGateway } from '@atelier/providers/port/gateway';
import { AT_A_TIME, type EngineServices } from '@atelier/sync/engine-services';
import { createSyncEngine, type SyncEngine } from '@atelier/sync/run/engine';
import { type Sandbox, startSandbox } from '@atelier/testkit/sandbox/sandbox';
import { type SeededRandom, seededRandom } from '@atelier/testkit/seeded-random';
import { KillSwitch } from './kill-switch.ts';
import { Ledger } from './ledger.ts';

export const USER = 'ann';
export const CALENDARS = ['work', 'home'] as const;
export type CalendarName = (typeof CALENDARS)[number];
const START = Date.UTC(2026, 2, 10, 9);
/** Short, so that a server that falls silent costs a simulation little. */
const LIMITS = { connectMs: 400, headersMs: 400, idleBodyMs: 400, totalMs: 1_500 };

/** One studio with an account on a server of its own: the true engine, the true database, a clock that is told. */
export class Studio implements AsyncDisposable {
  readonly random: SeededRandom;
  readonly ledger = new Ledger();
  /** What happened, in order; for a person who looks for the cause. */
  readonly story: string[] = [];
  /** UIDs of creates that may have arrived although nobody knows: whoever deletes one may see it made again. */
  readonly inDoubt = new Set<string>();
  /** Somebody acts while a write of ours is under way; what that one was told is anybody's guess. */
  racing = false;
  readonly database: Database;
  readonly sandbox: Sandbox;
  readonly calendarIds: Readonly<Record<CalendarName, string>>;
  readonly connectionId: string;
  /** Several things at the same time, as in life; such a seed does not quite repeat itself. */
  readonly crowded: boolean;
  /** What the engine could not explain to itself. */
  readonly reported: unknown[] = [];
  readonly #gateway: ProviderGateway & AsyncDisposable;
  readonly #clock: { ms: number };
  #number = 0;

  private constructor(open: {
    readonly random: SeededRandom;
    readonly database: Database;
    readonly sandbox: Sandbox;
    readonly clock: { ms: number };
    readonly connectionId: string;
    readonly crowded: boolean;
    readonly calendarIds: Readonly<Record<CalendarName, string>>;
  }) {
    this.crowded = open.crowded;
    this.random = open.random;
    this.database = open.database;
    this.sandbox = open.sandbox;
    this.connectionId = open.connectionId;
    this.calendarIds = open.calendarIds;
    this.#clock = open.clock;
    this.#gateway = createCalDavGateway({
      allow: parseAllowList('127.0.0.1'),
      now: () => Temporal.Instant.fromEpochMilliseconds(this.#clock.ms),
      monotonicMs: () => performance.now(),
      http: LIMITS,
      sync: this.crowded ? {} : { parallel: 1 },
    });
  }

  /** Leaves nothing of an earlier run in the database. */
  static async open(database: Database, seed: number): Promise<Studio> {
    const random = seededRandom(seed);
    const clock = { ms: START };
    // Sources of their own: what a server or an engine draws does not change what people do next.
    const chance = seededRandom(seed + 1_000_000_007);
    const sandbox = await startSandbox({
      random: () => chance.next(),
      newId: () => chance.uuid(),
      now: () => Temporal.Instant.fromEpochMilliseconds(clock.ms),
    });
    sandbox.addUser(USER, 'secret');
    for (const uri of CALENDARS) sandbox.addCalendar(USER, { uri, name: uri });
    const connectionId = random.uuid();
    const calendarIds = { work: random.uuid(), home: random.uuid() };
    await database.query(
      'TRUNCATE "user", connection, calendar, calendar_object, occurrence, outbox, conflict, tombstone, sync_log, change, mail CASCADE',
    );
    await database.query(
      `INSERT INTO "user" (id, name, email, role, updated_at) VALUES ('ann', 'Ann', 'ann@studio.test', 'ADMIN', now())`,
    );
    await addConnection(database, {
      id: connectionId,
      ownerId: 'ann',
      name: 'Sandbox',
      address: sandbox.url,
      username: 'ann',
      secret: 'secret',
      homes: [sandbox.homeUrl(USER)],
      addressesAt: new Date(START),
    });
    const studio = new Studio({
      random,
      database,
      sandbox,
      clock,
      connectionId,
      calendarIds,
      crowded: seed % 5 === 0,
    });
    for (const uri of CALENDARS) await studio.#connect(uri);
    return studio;
  }

  get now(): Date {
    return new Date(this.#clock.ms);
  }

  advance(seconds: number): void {
    this.#clock.ms += seconds * 1_000;
  }

  /** Different at every call: values of fields that occur once. */
  number(): number {
    this.#number += 1;
    return this.#number;
  }

  /** A source of chance for somebody whose turns nobody can foresee. */
  branch(): SeededRandom {
    return seededRandom(this.random.integer(1, 2 ** 31));
  }

  /** A worker's engine; it dies when the switch says so. */
  engine(kill = new KillSwitch(Number.POSITIVE_INFINITY, false)): SyncEngine {
    const own = this.branch();
    const services: EngineServices = {
      database: kill.database(this.database),
      clock: () => this.now,
      random: () => own.next(),
      newId: () => own.uuid(),
      atATime: this.crowded ? AT_A_TIME : { calendars: 1, writes: 1 },
      studioZone: async () => 'Europe/Zurich',
      bookings: openBookings(this.database),
      progressed: () => undefined,
      report: (error) => this.reported.push(error),
      openAccount: ({ username, secret, reach }) =>
        kill.provider(this.#gateway.open({ kind: 'password', username, password: secret }, reach)),
    };
    return createSyncEngine(services);
  }

  async #connect(uri: CalendarName): Promise<void> {
    const policy = this.random.pick(['REMOTE', 'REMOTE', 'LOCAL', 'ASK'] as const);
    const calendar = {
      id: this.calendarIds[uri],
      ownerId: 'ann',
      connectionId: this.connectionId,
      href: new URL(this.sandbox.calendarUrl(USER, uri)).pathname,
      name: uri,
      timeZone: 'Europe/Zurich',
      capabilities: { syncCollection: true, ctag: true },
      onConflict: policy,
    };
    await addCalendar(this.database, calendar, { nextSyncAt: this.now });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#gateway[Symbol.asyncDispose]();
    await this.sandbox[Symbol.asyncDispose]();
  }
}
