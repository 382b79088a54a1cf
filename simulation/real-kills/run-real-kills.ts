import { setTimeout as delay } from 'node:timers/promises';
import { LEASE_MS } from '@atelier/database/source/source-lease';
import { seededRandom } from '@atelier/testkit/seeded-random';
import { CALENDARS, type PlainCalendar } from '../account.ts';
import { brokenRules } from '../check-rules.ts';
import type { CheckedStudio } from '../check-safety.ts';
import { davView } from '../dav/dav-account.ts';
import { type KilledStudio, openKilledStudio } from './killed-studio.ts';
import { type Blow, strike } from './killer.ts';
import { cameTrue, patiently } from './patiently.ts';
import { type Answers, openPerson } from './person.ts';
import { openPhone } from './phone.ts';

export interface RealKillsOptions {
  readonly kills: number;
  readonly seed: number;
  /**
   * At the end both workers are killed in the middle of a run and what they held has to run out by itself, which takes
   * most of a minute; otherwise the leases of the dead are shortened to the last.
   */
  readonly waitOutLeases: boolean;
}

export interface RealKillsResult {
  readonly seed: number;
  readonly broken: readonly string[];
  readonly struck: Readonly<Record<Blow, number>>;
  /** Edits through the server; "unknown" ones may have been made or not. */
  readonly edits: Answers;
  /** Requests to the server that it died over; they were made again. */
  readonly unanswered: number;
  readonly phoneEdits: { readonly done: number; readonly refused: number };
  readonly objects: number;
  readonly conflicts: number;
  /** From the last kill until everything was at rest. */
  readonly restedAfterMs: number;
}

const PAUSE_MS = [20, 150] as const;
const HURRY_MS = 400;
/** A run that has held its lease for so long counts as dead, though it may only be slow: that must do no harm either. */
const OLD_LEASE_MS = 1_500;
const LONGEST_REST_MS = 90_000;
/** Calendars of a dead worker go on within a minute. */
const LONGEST_RECOVERY_MS = 60_000;
const FIRST_EVENTS = 12;
const SLOW_MS = 3_000;

/**
 * Two people edit the same calendars, one in Atelier and one on a phone, while true processes are killed under them;
 * then everything comes to rest and every rule is checked.
 */
export async function runRealKills(options: RealKillsOptions): Promise<RealKillsResult> {
  await using studio = await openKilledStudio(options.seed);
  const lifetime = new AbortController();
  const hurrying = hurry(studio, lifetime.signal);
  try {
    return await live(studio, options, () => lifetime.abort());
  } finally {
    lifetime.abort();
    await hurrying;
  }
}

async function live(studio: KilledStudio, options: RealKillsOptions, stopHurrying: () => void) {
  const { seed, waitOutLeases } = options;
  const person = await openPerson(studio);
  const phone = openPhone(studio, seededRandom(seed + 1_000_000_007));
  for (let n = 0; n < FIRST_EVENTS; n += 1) await phone.act('create');
  const struck = await killWhileTheyWork(studio, [person.act, phone.act], options);
  if (waitOutLeases) await killHolders(studio, stopHurrying);
  const rest = await comeToRest(studio, waitOutLeases ? LONGEST_RECOVERY_MS : LONGEST_REST_MS);
  stopHurrying();
  const broken = [...rest.broken, ...(await closedDown(studio)), ...(await brokenRules(asStudio(studio)))];
  const { answers: edits, unanswered } = person;
  const [counts] = await studio.database.query<{ objects: number; conflicts: number }>(
    'SELECT (SELECT count(*) FROM calendar_object WHERE calendar_id = ANY ($1::uuid[])) AS objects, (SELECT count(*) FROM conflict) AS conflicts',
    [Object.values(studio.calendarIds)],
  );
  const { objects = 0, conflicts = 0 } = counts ?? {};
  return {
    seed,
    broken,
    struck,
    edits,
    unanswered,
    phoneEdits: phone.answers,
    objects,
    conflicts,
    restedAfterMs: rest.ms,
  };
}

/** Whoever fails sends the others home too, so that nothing goes on when the studio is taken down. */
async function killWhileTheyWork(
  studio: KilledStudio,
  people: readonly (() => Promise<void>)[],
  { kills, seed }: RealKillsOptions,
): Promise<RealKillsResult['struck']> {
  const office = new AbortController();
  const close = () => office.abort();
  const striking = strike(studio, seededRandom(seed + 2_000_000_011), kills, office.signal).finally(close);
  const working = people.map((act) => keepActing(act, studio, office.signal).finally(close));
  const ends = await Promise.allSettled([striking, ...working]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return striking;
}

async function keepActing(
  act: () => Promise<void>,
  { random }: KilledStudio,
  until: AbortSignal,
): Promise<void> {
  while (!until.aborted) {
    await act();
    await delay(random.integer(...PAUSE_MS));
  }
}

/**
 * No waiting for intervals, back-offs and old leases: the workers never rest, so that kills meet them at work. A private
 * calendar has no provider, and nothing to be done for it.
 */
async function hurry({ database }: KilledStudio, until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    // A statement that meets a dead PostgreSQL is only one that comes too early.
    await database
      .query(
        `UPDATE source SET next_sync_at = now(),
           lease_until = CASE WHEN lease_until < now() + make_interval(secs => $1) THEN now() ELSE lease_until END
         WHERE connection_id IS NOT NULL`,
        [(LEASE_MS - OLD_LEASE_MS) / 1_000],
      )
      .then(() => letWaitingGo(database))
      .catch(() => undefined);
    await delay(HURRY_MS, undefined, { signal: until }).catch(() => undefined);
  }
}

/** What a failure has put off is tried now. */
async function letWaitingGo(database: KilledStudio['database']): Promise<void> {
  await database.query('UPDATE connection SET retry_at = NULL WHERE retry_at IS NOT NULL');
  await database.query('UPDATE outbox SET next_try_at = now() WHERE next_try_at > now()');
  await database.query('UPDATE source SET push_at = now() WHERE push_at > now()');
}

/** Both workers die while one of them certainly runs something: the server answers very slowly for a moment. */
async function killHolders({ database, workers, sandbox }: KilledStudio, stopHurrying: () => void) {
  await Promise.all(workers.map((worker) => worker.ready()));
  const hurryUp = sandbox.faults.add({ effect: { kind: 'delay', ms: SLOW_MS }, occurs: 'always' });
  const isHeldAnew = async () => {
    const young = (LEASE_MS - OLD_LEASE_MS / 3) / 1_000;
    const rows = await database.query(
      'SELECT 1 FROM source WHERE lease_until > now() + make_interval(secs => $1)',
      [young],
    );
    return rows.length > 0;
  };
  if (!(await cameTrue(isHeldAnew, LONGEST_REST_MS))) throw new Error('the workers do nothing');
  stopHurrying();
  await Promise.all(workers.map((worker) => worker.kill('SIGKILL')));
  hurryUp();
}

/** Nobody edits and nobody kills: within a time everything is written and every calendar complete. */
async function comeToRest({ database }: KilledStudio, longestMs: number) {
  const began = performance.now();
  await patiently(async () => {
    await database.query('UPDATE source SET requested_at = now() WHERE connection_id IS NOT NULL');
    await letWaitingGo(database);
  });
  const [asked] = await patiently(() => database.query<{ at: Date }>('SELECT now() AS at'));
  const rested = await cameTrue(async () => {
    await database.query("UPDATE calendar SET held_approved = true WHERE state = 'HELD'");
    const busy = await database.query(
      `SELECT 1 FROM outbox UNION ALL
       SELECT 1 FROM calendar JOIN source s USING (id) WHERE s.connection_id IS NOT NULL
         AND (state <> 'OK' OR last_complete_at IS NULL OR last_complete_at < $1 OR requested_at IS NOT NULL)`,
      [asked?.at],
    );
    return busy.length === 0;
  }, longestMs);
  const ms = Math.round(performance.now() - began);
  return { ms, broken: rested ? [] : [`S4: not at rest after ${ms} ms`] };
}

/** An orderly end leaves nothing held; and nobody has died of somebody else's death. */
async function closedDown({ server, workers, database }: KilledStudio): Promise<readonly string[]> {
  const all = [server, ...workers];
  await Promise.all(all.map((process) => process.ready()));
  const codes = await Promise.all(all.map((process) => process.stop()));
  const held = await database.query('SELECT 1 FROM source WHERE lease_until > now()');
  return [
    ...all.flatMap(({ diedAlone }) => diedAlone.map((words) => `S4: died by itself: ${words}`)),
    ...codes.flatMap((code, n) =>
      code === 0 ? [] : [`S4: ${all[n]?.name} ended with ${code} when told to stop: ${all[n]?.words}`],
    ),
    ...held.map(() => 'S4: a calendar is still held after everything has stopped'),
  ];
}

/** What the rules look at is the same in a simulated studio and in a true one. */
function asStudio(studio: KilledStudio): CheckedStudio {
  const idOf = (calendar: string) => studio.calendarIds[calendar as PlainCalendar];
  return { ...studio, ...davView(studio.sandbox), calendars: CALENDARS, idOf };
}
