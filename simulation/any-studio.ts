import type { ConnectionRow } from '@atelier/database/account/connection-store';
import { openBookings } from '@atelier/database/booking/open-entries';
import type { Database } from '@atelier/database/database';
import { addCalendar } from '@atelier/database/testing/add-calendar';
import { addConnection } from '@atelier/database/testing/add-connection';
import type { CalendarProvider } from '@atelier/providers/port/calendar-provider';
import { AT_A_TIME, type EngineServices } from '@atelier/sync/engine-services';
import { createSyncEngine, type SyncEngine } from '@atelier/sync/run/engine';
import { TOLD_SECONDS } from '@atelier/sync/schedule';
import { type SeededRandom, seededRandom } from '@atelier/testkit/seeded-random';
import { KillSwitch } from './kill-switch.ts';
import { Ledger } from './ledger.ts';

export const CALENDARS = ['work', 'home'] as const;
export type CalendarName = (typeof CALENDARS)[number];
/** Short, so that a server that falls silent costs a simulation little. */
export const LIMITS = { connectMs: 400, headersMs: 400, idleBodyMs: 400, totalMs: 1_500 };
export const START = Date.UTC(2026, 2, 10, 9);

export interface OpenStudio {
  readonly random: SeededRandom;
  readonly database: Database;
  readonly clock: { ms: number };
  readonly connectionId: string;
  readonly crowded: boolean;
  readonly calendarIds: Readonly<Record<CalendarName, string>>;
}

/** The true engine, the true database, a clock that is told; whose server it is, whoever extends it says. */
export abstract class AnyStudio implements AsyncDisposable {
  readonly random: SeededRandom;
  readonly ledger = new Ledger();
  /** What happened, in order; for a person who looks for the cause. */
  readonly story: string[] = [];
  /** UIDs of creates that may have arrived although nobody knows: whoever deletes one may see it made again. */
  readonly inDoubt = new Set<string>();
  /** Somebody acts while a write of ours is under way; what that one was told is anybody's guess. */
  racing = false;
  readonly database: Database;
  readonly calendarIds: Readonly<Record<CalendarName, string>>;
  readonly connectionId: string;
  /** Several things at the same time, as in life; such a seed does not quite repeat itself. */
  readonly crowded: boolean;
  /** What the engine could not explain to itself. */
  readonly reported: unknown[] = [];
  readonly #clock: { ms: number };
  #number = 0;

  protected constructor(open: OpenStudio) {
    this.crowded = open.crowded;
    this.random = open.random;
    this.database = open.database;
    this.connectionId = open.connectionId;
    this.calendarIds = open.calendarIds;
    this.#clock = open.clock;
  }

  /** What the provider has, by the name that ends an href. */
  abstract remote(calendar: CalendarName): ReadonlyMap<string, { readonly body: string }>;
  /** How many writes the provider has been asked for. */
  abstract writes(): number;
  /** What no client may do on any day. */
  abstract badHabits(): readonly string[];
  protected abstract openAccount(connection: ConnectionRow): CalendarProvider;
  abstract [Symbol.asyncDispose](): Promise<void>;

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

  /** Has a calendar kept in step from now on, by a policy that chance chooses. */
  protected async connect(
    name: CalendarName,
    href: string,
    capabilities?: { readonly syncCollection: boolean; readonly ctag: boolean },
  ): Promise<void> {
    const onConflict = this.random.pick(['REMOTE', 'REMOTE', 'LOCAL', 'ASK'] as const);
    const calendar = {
      id: this.calendarIds[name],
      ownerId: 'ann',
      connectionId: this.connectionId,
      href,
      name,
      timeZone: 'Europe/Zurich',
      onConflict,
      ...(capabilities && { capabilities }),
    };
    await addCalendar(this.database, calendar, { nextSyncAt: this.now });
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
      toldSeconds: TOLD_SECONDS,
      studioZone: async () => 'Europe/Zurich',
      bookings: openBookings(this.database),
      progressed: () => undefined,
      report: (error) => this.reported.push(error),
      openAccount: async (connection) => kill.provider(this.openAccount(connection)),
    };
    return createSyncEngine(services);
  }
}

type NewAccount = Omit<Parameters<typeof addConnection>[1], 'id' | 'ownerId' | 'addressesAt'>;

/** Leaves nothing of an earlier run in the database but Ann, whose studio it is, and gives her an account. */
export async function storeAccount(
  database: Database,
  random: SeededRandom,
  account: NewAccount,
): Promise<Pick<OpenStudio, 'connectionId' | 'calendarIds'>> {
  const connectionId = random.uuid();
  const calendarIds = { work: random.uuid(), home: random.uuid() };
  await clearStudio(database);
  const own = { id: connectionId, ownerId: 'ann', addressesAt: new Date(START) };
  await addConnection(database, { ...account, ...own });
  return { connectionId, calendarIds };
}

async function clearStudio(database: Database): Promise<void> {
  await database.query(
    'TRUNCATE "user", connection, calendar, calendar_object, occurrence, outbox, conflict, tombstone, sync_log, change, mail CASCADE',
  );
  await database.query(
    `INSERT INTO "user" (id, name, email, role, updated_at) VALUES ('ann', 'Ann', 'ann@studio.test', 'ADMIN', now())`,
  );
}
