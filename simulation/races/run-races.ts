import { openRaceStudio, type RaceStudio } from './race-studio.ts';
import {
  approveAgainstDecline,
  artistWithChair,
  type Contest,
  externalEvent,
  overlappingStarts,
  rescheduleAgainstSubmit,
  sameSlot,
} from './rounds.ts';

const CONTESTS = {
  'the same slot': sameSlot,
  'overlapping starts': overlappingStarts,
  'artist and chair': artistWithChair,
  'approve against decline': approveAgainstDecline,
  'reschedule against submit': rescheduleAgainstSubmit,
  'an event from outside': externalEvent,
} as const satisfies Readonly<Record<string, Contest>>;

export interface RaceResult {
  readonly contest: string;
  readonly rounds: number;
  readonly crowd: number;
  readonly asked: number;
  /** Milliseconds, over all answers of all rounds. */
  readonly p50: number;
  readonly p99: number;
  readonly slowest: number;
  readonly broken: readonly string[];
}

export interface RacesResult {
  readonly races: readonly RaceResult[];
  /** Of the calendar at the provider, after everything was pushed. */
  readonly broken: readonly string[];
}

export type ContestName = keyof typeof CONTESTS;
export const CONTEST_NAMES = Object.keys(CONTESTS) as ContestName[];

export interface Heat {
  readonly contest: ContestName;
  /** So many ask at once, over both server processes. */
  readonly crowd: number;
}

/** So many rounds of each, on days that nobody else has asked for. */
export async function runRaces(rounds: number, heats: readonly Heat[]): Promise<RacesResult> {
  await using studio = await openRaceStudio();
  // Whoever starts a process pays for it, not whoever comes first.
  await race(studio, { contest: 'the same slot', crowd: 4 }, { from: 0, rounds: 1 });
  const races: RaceResult[] = [];
  for (const heat of heats) {
    const earlier = races.filter(({ contest }) => contest === heat.contest).length;
    races.push(await race(studio, heat, { from: 1 + earlier * rounds, rounds }));
  }
  return { races, broken: await notOnceInTheCalendar(studio) };
}

interface Span {
  readonly from: number;
  readonly rounds: number;
}

async function race(
  studio: RaceStudio,
  { contest, crowd }: Heat,
  { from, rounds }: Span,
): Promise<RaceResult> {
  const run: Contest = CONTESTS[contest];
  const broken: string[] = [];
  const ms: number[] = [];
  for (let round = from; round < from + rounds; round += 1) {
    const result = await run(studio, round, crowd);
    broken.push(...result.broken.map((what) => `${contest}, round ${round}: ${what}`));
    ms.push(...result.answers.map((answer) => answer.ms));
  }
  ms.sort((one, other) => one - other);
  const at = (share: number) => Math.round(ms[Math.min(ms.length - 1, Math.floor(ms.length * share))] ?? 0);
  return { contest, rounds, crowd, asked: ms.length, p50: at(0.5), p99: at(0.99), slowest: at(1), broken };
}

/** Every booking that stands is in its artist's calendar once, and no other is (B3). */
async function notOnceInTheCalendar(studio: RaceStudio): Promise<readonly string[]> {
  await studio.atelier('sync', '--all');
  const standing = await studio.database.query<{ uid: string }>(
    `SELECT uid FROM booking WHERE state IN ('REQUESTED', 'CONFIRMED')`,
  );
  const wanted = new Set(standing.map(({ uid }) => uid));
  const there = studio.artists.flatMap(({ calendarUri }) =>
    [...studio.sandbox.objects('ann', calendarUri).values()].map(
      ({ body }) => /^UID:(.*?)\r?$/m.exec(body)?.[1] ?? '',
    ),
  );
  const events = there.filter((uid) => !uid.startsWith('outside-'));
  return [
    ...events
      .filter((uid) => !wanted.has(uid))
      .map((uid) => `B3: ${uid} is in the calendar and stands no more`),
    ...events.filter((uid, n) => events.indexOf(uid) !== n).map((uid) => `B3: ${uid} is there twice`),
    ...[...wanted].filter((uid) => !events.includes(uid)).map((uid) => `B3: ${uid} is not in the calendar`),
  ];
}
