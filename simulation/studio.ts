import { openBookings } from '@atelier/database/booking/open-entries';
import type { Database } from '@atelier/database/database';
import { addCalendar } from '@atelier/database/testing/add-calendar';
import { addConnection } from '@atelier/database/testing/add-connection';
import { AT_A_TIME, type EngineServices } from '@atelier/sync/engine-services';
import { createSyncEngine, type SyncEngine } from '@atelier/sync/run/engine';
import { TOLD_SECONDS } from '@atelier/sync/schedule';
import { type SeededRandom, seededRandom } from '@atelier/testkit/seeded-random';
import type { CalendarName, SimulatedAccount } from './account.ts';
import { KillSwitch } from './kill-switch.ts';
import { Ledger } from './ledger.ts';

/** Short, so that a server that falls silent costs a simulation little. */
export const LIMITS = { connectMs: 400, headersMs: 400, idleBodyMs: 400, totalMs: 1_500 };
const START = Date.UTC(2026, 2, 10, 9);

/** What a studio and the services around it share. */
export interface World {
  readonly seed: number;
  readonly random: SeededRandom;
  /** What a server draws does not change what people do next. */
  readonly chance: SeededRandom;
  readonly clock: { ms: number };
  /** Several things at the same time, as in life; such a seed does not quite repeat itself. */
  readonly crowded: boolean;
}

export function worldOf(seed: number): World {
  return {
    seed,
    random: seededRandom(seed),
    chance: seededRandom(seed + 1_000_000_007),
    clock: { ms: START },
    crowded: seed % 5 === 0,
  };
}

/** The true engine, the true database, a clock that is told; and accounts wherever the studio has calendars. */
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
  readonly accounts: readonly SimulatedAccount[];
  /** Filled as accounts are connected, in the order of `calendars`. */
  readonly calendarIds = new Map<CalendarName, string>();
  readonly connectionIds = new Map<SimulatedAccount, string>();
  readonly crowded: boolean;
  /** What the engine could not explain to itself. */
  readonly reported: unknown[] = [];
  readonly #clock: { ms: number };
  #number = 0;

  private constructor({ random, clock, crowded }: World, database: Database, accounts: Studio['accounts']) {
    this.random = random;
    this.#clock = clock;
    this.crowded = crowded;
    this.database = database;
    this.accounts = accounts;
  }

  /** Leaves nothing of an earlier run in the database but Ann, whose studio it is, and gives her these accounts. */
  static async open(world: World, database: Database, accounts: Studio['accounts']): Promise<Studio> {
    await clearStudio(database);
    const studio = new Studio(world, database, accounts);
    for (const account of accounts) await studio.#connect(account);
    return studio;
  }

  get calendars(): readonly CalendarName[] {
    return this.accounts.flatMap(({ calendars }) => calendars);
  }

  idOf(calendar: CalendarName): string {
    return this.calendarIds.get(calendar) ?? '';
  }

  accountOf(calendar: CalendarName): SimulatedAccount {
    const account = this.accounts.find(({ calendars }) => calendars.includes(calendar));
    if (account === undefined) throw new Error(`nobody has a calendar ${calendar}`);
    return account;
  }

  /** What the provider has, by the name that ends an href. */
  remote(calendar: CalendarName): ReadonlyMap<string, { readonly body: string }> {
    return this.accountOf(calendar).remote(calendar);
  }

  /** How many writes all providers have been asked for. */
  writes(): number {
    return this.accounts.reduce((sum, account) => sum + account.writes(), 0);
  }

  /** What no client may do on any day. */
  badHabits(): readonly string[] {
    return this.accounts.flatMap((account) => account.badHabits());
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

  async #connect(account: SimulatedAccount): Promise<void> {
    const connectionId = this.random.uuid();
    const own = { id: connectionId, ownerId: 'ann', addressesAt: this.now };
    await addConnection(this.database, { ...account.row, kind: account.kind, ...own });
    this.connectionIds.set(account, connectionId);
    for (const name of account.calendars) this.calendarIds.set(name, this.random.uuid());
    if (account.story !== null) this.story.push(account.story);
    for (const name of account.calendars) await this.#keepInStep(account, connectionId, name);
  }

  /** Has a calendar kept in step from now on, by a policy that chance chooses. */
  async #keepInStep(account: SimulatedAccount, connectionId: string, name: CalendarName): Promise<void> {
    const { capabilities } = account;
    const calendar = {
      id: this.idOf(name),
      ownerId: 'ann',
      connectionId,
      href: account.hrefOf(name),
      name,
      timeZone: 'Europe/Zurich',
      onConflict: this.random.pick(['REMOTE', 'REMOTE', 'LOCAL', 'ASK'] as const),
      ...(capabilities && { capabilities }),
    };
    await addCalendar(this.database, calendar, { nextSyncAt: this.now });
  }

  /** A worker's engine; it dies when the switch says so. */
  engine(kill = new KillSwitch(Number.POSITIVE_INFINITY, false)): SyncEngine {
    const own = this.branch();
    const database = kill.database(this.database);
    const services: EngineServices = {
      database,
      clock: () => this.now,
      random: () => own.next(),
      newId: () => own.uuid(),
      atATime: this.crowded ? AT_A_TIME : { calendars: 1, writes: 1 },
      toldSeconds: TOLD_SECONDS,
      studioZone: async () => 'Europe/Zurich',
      bookings: openBookings(this.database),
      progressed: () => undefined,
      report: (error) => this.reported.push(error),
      openAccount: async (connection) => {
        const account = this.accounts.find(({ kind }) => kind === connection.kind);
        if (account === undefined) throw new Error(`nobody has an account of the kind ${connection.kind}`);
        return kill.provider(account.open(connection, database));
      },
    };
    return createSyncEngine(services);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const account of this.accounts) await account[Symbol.asyncDispose]();
  }
}

async function clearStudio(database: Database): Promise<void> {
  await database.query(
    'TRUNCATE "user", connection, calendar, calendar_object, occurrence, outbox, conflict, tombstone, sync_log, change, mail CASCADE',
  );
  await database.query(
    `INSERT INTO "user" (id, name, email, role, updated_at) VALUES ('ann', 'Ann', 'ann@studio.test', 'ADMIN', now())`,
  );
}
