import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { onMethod } from '@atelier/testkit/sandbox/faults/fault-match';
import type { SeededRandom } from '@atelier/testkit/seeded-random';
import type { KilledStudio } from './killed-studio.ts';

const BLOWS = {
  /** SIGKILL of one worker. */
  worker: 9,
  /** SIGKILL of both workers at once. */
  workers: 2,
  /** SIGKILL of the server. */
  server: 5,
  /** PostgreSQL is told to end at once, without a checkpoint. */
  postgresStop: 2,
  /** SIGKILL of the postmaster. */
  postgresKill: 2,
  /** A worker is told to end; it is no kill, and its run may be under way all the same. */
  workerStop: 2,
} as const;

export type Blow = keyof typeof BLOWS;

const MENU = (Object.keys(BLOWS) as Blow[]).flatMap((blow) =>
  Array.from({ length: BLOWS[blow] }, () => blow),
);
const [SHORTEST_MS, LONGEST_MS] = [100, 1_500];
/** So long a blow waits for the moment that it is meant for. */
const MOMENT_MS = 1_500;

/** Strikes until so many processes were killed, or until told to end; everything that dies comes back. */
export async function strike(
  studio: KilledStudio,
  random: SeededRandom,
  kills: number,
  until: AbortSignal,
): Promise<Record<Blow, number>> {
  const struck = { worker: 0, workers: 0, server: 0, postgresStop: 0, postgresKill: 0, workerStop: 0 };
  for (const blow of plan(random, kills)) {
    await delay(random.integer(SHORTEST_MS, LONGEST_MS));
    if (until.aborted) break;
    await STRIKE[blow](studio, random);
    struck[blow] += 1;
  }
  return struck;
}

/** Everything dies at least once, also in a short run. */
function plan(random: SeededRandom, kills: number): readonly Blow[] {
  const blows = random.shuffled(Object.keys(BLOWS) as Blow[]);
  const deadly = () => blows.filter((blow) => blow !== 'workerStop').length;
  while (deadly() < kills) blows.push(random.pick(MENU));
  return blows;
}

const STRIKE: Readonly<Record<Blow, (studio: KilledStudio, random: SeededRandom) => Promise<unknown>>> = {
  async worker(studio, random) {
    const victim = random.pick(studio.workers);
    await victim.ready();
    if (random.chance(0.8)) await aWrite(studio, random);
    await victim.kill('SIGKILL');
  },
  async workers(studio, random) {
    await Promise.all(studio.workers.map((worker) => worker.ready()));
    await aWrite(studio, random);
    await Promise.all(studio.workers.map((worker) => worker.kill('SIGKILL')));
  },
  async server(studio, random) {
    await studio.server.ready();
    await aCall(studio, random);
    await studio.server.kill('SIGKILL');
  },
  async postgresStop(studio, random) {
    await random.pick([aWrite, aCall])(studio, random);
    await studio.postgres.crash('stop');
  },
  async postgresKill(studio, random) {
    await random.pick([aWrite, aCall])(studio, random);
    await studio.postgres.crash('kill');
  },
  workerStop: ({ workers }, random) => random.pick(workers).kill('SIGTERM'),
};

const isWrite = onMethod('PUT', 'DELETE', 'MOVE');

/** The most delicate moment of a worker: something is written at the provider, and not yet written down here. */
async function aWrite({ sandbox }: KilledStudio, random: SeededRandom): Promise<void> {
  const seen = Promise.withResolvers<void>();
  const when = random.pick(['before', 'after'] as const);
  const forget = sandbox.faults.add({
    match: isWrite,
    effect: { kind: 'meanwhile', when, act: () => seen.resolve() },
  });
  await Promise.race([seen.promise, delay(MOMENT_MS)]);
  forget();
  await delay(random.integer(0, 30));
}

/** And that of the server: somebody has asked and has no answer yet. */
async function aCall({ calls }: KilledStudio, random: SeededRandom): Promise<void> {
  await once(calls, 'call', { signal: AbortSignal.timeout(MOMENT_MS) }).catch(() => undefined);
  await delay(random.integer(0, 30));
}
