import type { Database } from '@atelier/database/database';
import { CALENDARS, type CalendarName, type RemoteSide, type SimulatedAccount } from './account.ts';
import { BookingSide } from './booking-side.ts';
import { brokenBookings } from './check-bookings.ts';
import { brokenRules } from './check-rules.ts';
import { unsafe } from './check-safety.ts';
import { openDavAccount } from './dav/dav-account.ts';
import { openGoogleAccount } from './google/google-account.ts';
import { openGraphAccount } from './graph/graph-account.ts';
import { isKilled } from './is-killed.ts';
import { KillSwitch } from './kill-switch.ts';
import { actLocally } from './local-side.ts';
import { eachSide, type OpenedAccount } from './opened-account.ts';
import { Studio, type World, worldOf } from './studio.ts';

export interface SeedResult {
  readonly seed: number;
  readonly broken: readonly string[];
  readonly operations: number;
  readonly faults: number;
  readonly kills: number;
  /** Simulated time. */
  readonly hours: number;
  /** What happened, in order; for a person who looks for the cause. */
  readonly story: readonly string[];
}

/** Whoever takes no step for so long has stopped making progress, on however busy a machine. */
const LONGEST_STEP_MS = 120_000;

/** So often a run may be asked for until all is at rest. */
const ROUNDS_TO_REST = 8;

/** What is left of such a run still has its hands in the database. */
export const HUNG = 'hung';

/**
 * `safety`: after everything that a worker does, what must hold at any moment is checked, and the run ends in the middle of
 * it all. `liveness`: the faults end, and within a few rounds everything must be at rest and every rule hold. `both`: one
 * after the other.
 */
export type Mode = 'safety' | 'liveness' | 'both';

export const WHOSE = ['caldav', 'graph', 'google', 'mixed'] as const;
export type Whose = (typeof WHOSE)[number];

export interface SeedOptions {
  readonly mode?: Mode;
  /** Clients book, and artists answer them in Atelier and on the phone, beside everything else. */
  readonly bookings?: boolean;
  /** Whose calendars they are; `mixed`: some of each, side by side. */
  readonly provider?: Whose;
}

/** One studio from its first sync through everything that a seed throws at it. */
export async function runSeed(
  database: Database,
  seed: number,
  { mode = 'both', bookings = false, provider = 'caldav' }: SeedOptions = {},
): Promise<SeedResult> {
  const world = worldOf(seed);
  const opened = await accountsOf(world, provider);
  await using studio = await Studio.open(
    world,
    database,
    opened.map(({ account }) => account),
  );
  const sides = new Map(opened.map(({ account, side }) => [account, side(studio)]));
  const handIn = (calendar: CalendarName) => sideOf(sides, studio.accountOf(calendar)).hand;
  const booked = bookings ? await BookingSide.open(studio, handIn) : null;
  const atRest = booked && (() => brokenBookings(studio, booked));
  const remote = eachSide(studio.random, [...sides.values()]);
  return await lived(seed, new SeedRun(studio, mode, booked, remote), atRest);
}

function sideOf(sides: ReadonlyMap<SimulatedAccount, RemoteSide>, account: SimulatedAccount): RemoteSide {
  const side = sides.get(account);
  if (side === undefined) throw new Error('nobody acts there');
  return side;
}

async function accountsOf(world: World, provider: Whose): Promise<readonly OpenedAccount[]> {
  switch (provider) {
    case 'caldav':
      return [await openDavAccount(world)];
    case 'graph':
      return [await openGraphAccount(world, CALENDARS, false)];
    case 'google':
      return [await openGoogleAccount(world, CALENDARS, false)];
    case 'mixed':
      return [
        await openDavAccount(world),
        await openGraphAccount(world, ['outlook'], true),
        await openGoogleAccount(world, ['google'], true),
      ];
  }
}

async function lived(
  seed: number,
  run: SeedRun,
  more: (() => Promise<readonly string[]>) | null = null,
): Promise<SeedResult> {
  const { studio, mode } = run;
  const broken = await Promise.race([
    run.live().then(
      async () =>
        run.unsafe.length > 0 || mode === 'safety'
          ? run.unsafe
          : [...((await more?.()) ?? []), ...(await brokenRules(studio))],
      (error: unknown) => [`crashed: ${error instanceof Error ? error.stack : String(error)}`],
    ),
    stoppedMoving(run),
  ]);
  const hours = (studio.now.getTime() - run.began) / 3_600_000;
  run.over = true;
  const { faults, kills } = run;
  const { story } = studio;
  return { seed, broken, operations: studio.ledger.operations, faults, kills, hours, story };
}

/** Resolves when a run has not taken a step for too long. */
function stoppedMoving(run: SeedRun): Promise<readonly string[]> {
  return new Promise((resolve) => {
    let [seen, since] = [run.steps, performance.now()];
    const timer = setInterval(() => {
      if (run.over) return clearInterval(timer);
      if (run.steps !== seen) [seen, since] = [run.steps, performance.now()];
      if (performance.now() - since < LONGEST_STEP_MS) return;
      clearInterval(timer);
      resolve([HUNG]);
    }, 1_000);
  });
}

type Outside = Omit<RemoteSide, 'hand'>;

class SeedRun {
  readonly began: number;
  faults = 0;
  kills = 0;
  /** How often somebody has done something. */
  steps = 0;
  over = false;
  /** What did not hold in the middle of the run; it ends there. */
  unsafe: readonly string[] = [];
  readonly mode: Mode;
  readonly studio: Studio;
  readonly #bookings: BookingSide | null;
  readonly #remote: Outside;

  constructor(studio: Studio, mode: Mode, bookings: BookingSide | null, remote: Outside) {
    this.#bookings = bookings;
    this.studio = studio;
    this.mode = mode;
    this.#remote = remote;
    this.began = studio.now.getTime();
  }

  async live(): Promise<void> {
    const { random } = this.studio;
    for (let n = random.integer(2, 6); n > 0; n -= 1) this.#remote.create();
    await this.#work();
    for (let n = random.integer(15, 45); n > 0 && this.unsafe.length === 0; n -= 1) await this.#step();
    if (this.mode !== 'safety' && this.unsafe.length === 0) await this.#rest();
  }

  async #step(): Promise<void> {
    const studio = this.studio;
    this.steps += 1;
    const { random } = studio;
    studio.advance(random.integer(1, 900));
    await this.#noteDoubts();
    if (this.#bookings && random.chance(0.4)) return void studio.story.push(await this.#bookings.act());
    const dice = random.next();
    if (dice < 0.3) this.studio.story.push(await actLocally(studio));
    else if (dice < 0.52) this.#remote.act();
    else if (dice < 0.66) this.#fault(this.#remote.fault());
    else if (dice < 0.72) this.#fault(this.#remote.race());
    else if (dice < 0.78) await this.#clear();
    else await this.#work();
    if (dice >= 0.78 && this.mode !== 'liveness') this.unsafe = await unsafe(studio);
  }

  #fault(told: string): void {
    this.faults += 1;
    this.studio.story.push(told);
  }

  async #clear(): Promise<void> {
    await this.#remote.clear();
    this.studio.story.push('faults cleared');
  }

  /** A worker does what is due; now and then two at once, now and then one is killed on the way. */
  async #work(): Promise<void> {
    const studio = this.studio;
    const { random } = studio;
    const at = random.chance(0.25) ? random.integer(1, 40) : Number.POSITIVE_INFINITY;
    const kill = new KillSwitch(at, random.chance(0.5));
    const engines = [studio.engine(kill), ...(studio.crowded && random.chance(0.5) ? [studio.engine()] : [])];
    await Promise.all(engines.map((engine) => this.#serve(engine)));
    await this.#bookings?.work(kill);
    if (!kill.killed) return void this.studio.story.push('worked');
    this.kills += 1;
    this.studio.story.push(`worked, killed at step ${at}`);
    // The lease of a dead worker runs out.
    studio.advance(60);
  }

  async #noteDoubts(): Promise<void> {
    const rows = await this.studio.database.query<{ uid: string }>(
      'SELECT uid FROM outbox WHERE base_source IS NULL AND sent_source IS NOT NULL',
    );
    this.studio.inDoubt.clear();
    for (const { uid } of rows) this.studio.inDoubt.add(uid);
  }

  async #serve(engine: ReturnType<Studio['engine']>): Promise<void> {
    try {
      for (let turn = 0; turn < 10; turn += 1) if (!(await engine.runDue([], () => undefined))) return;
    } catch (error) {
      if (!isKilled(error)) throw error;
    }
  }

  /** Both sides rest and the server is well. A person approves what is held; an audit finds what was never told. */
  async #rest(): Promise<void> {
    const studio = this.studio;
    const ids = studio.calendars.map((calendar) => studio.idOf(calendar));
    await this.#clear();
    for (let round = 1; round <= ROUNDS_TO_REST; round += 1) {
      studio.advance(7_200);
      this.steps += 1;
      await studio.database.query("UPDATE connection SET state = 'ACTIVE', retry_at = NULL");
      await studio.database.query("UPDATE calendar SET held_approved = true WHERE state = 'HELD'");
      const reports = await studio.engine().runNow(ids, { full: round > 1 });
      await this.#bookings?.settle();
      this.studio.story.push(
        `rest ${round}: ${reports.map(({ error }) => error?.message ?? 'ok').join(', ')}`,
      );
      if (round > 1 && reports.every(({ error }) => !error) && (await this.#isAtRest())) return;
    }
  }

  async #isAtRest(): Promise<boolean> {
    const [waiting] = await this.studio.database.query<{ n: number }>('SELECT count(*) AS n FROM outbox');
    return waiting?.n === 0;
  }
}
