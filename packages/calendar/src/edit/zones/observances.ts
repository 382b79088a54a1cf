import { civilOf, dayOfWall, daysInMonth, weekdayOf } from '../../time/civil.ts';
import { basicTime } from '../text/time-form.ts';
import { horizonOf, type Onset, type ZoneSpan } from './onsets.ts';

/** One STANDARD or DAYLIGHT: an onset, and the others like it by a yearly rule or by their dates. */
export interface Observance {
  readonly first: Onset;
  readonly others: readonly Onset[];
  /** RRULE value. */
  readonly rule: string | null;
  readonly daylight: boolean;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const YEAR_MS = 366 * 86_400_000;

/** Onsets of consecutive years that one yearly rule gives. */
interface Run {
  readonly onsets: Onset[];
  /** Yearly patterns that fit all of them, the plainest first. */
  patterns: readonly string[];
}

/** What of the onsets matters in the span, as few observances as they can be said in. */
export function observancesOf(onsets: readonly Onset[], span: ZoneSpan): Observance[] {
  const runs = runsOf(onsets).filter((run) => matters(run, onsets, span));
  const ruled = runs.filter((run) => run.onsets.length > 1).map((run) => byRule(run, span, onsets));
  const single = runs.filter((run) => run.onsets.length === 1).flatMap((run) => run.onsets);
  const alike = Map.groupBy(single, (onset) => `${onset.before} ${onset.after}`);
  const dated = [...alike.values()].flatMap(([first, ...others]): Observance[] =>
    first ? [{ first, others, rule: null, daylight: isDaylight(first, onsets) }] : [],
  );
  return [...ruled, ...dated].sort((a, b) => a.first.at - b.first.at);
}

function runsOf(onsets: readonly Onset[]): Run[] {
  const runs: Run[] = [];
  for (const onset of onsets) {
    const run = runs.findLast((each) => continues(each, onset));
    const patterns = patternsOf(onset);
    if (run) {
      run.onsets.push(onset);
      run.patterns = run.patterns.filter((pattern) => patterns.includes(pattern));
    } else runs.push({ onsets: [onset], patterns });
  }
  return runs;
}

function continues(run: Run, onset: Onset): boolean {
  const last = run.onsets.at(-1);
  if (!last || last.before !== onset.before || last.after !== onset.after) return false;
  if (yearOf(onset) !== yearOf(last) + 1 || timeOf(onset) !== timeOf(last)) return false;
  const patterns = patternsOf(onset);
  return run.patterns.some((pattern) => patterns.includes(pattern));
}

function yearOf({ at, before }: Onset): number {
  return civilOf(dayOfWall(at + before)).year;
}

function timeOf({ at, before }: Onset): number {
  return at + before - dayOfWall(at + before) * 86_400_000;
}

/** The yearly rules that give the day of an onset, as far as governments think of them. */
function patternsOf({ at, before }: Onset): string[] {
  const day = dayOfWall(at + before);
  const date = civilOf(day);
  const month = `BYMONTH=${date.month}`;
  const weekday = WEEKDAYS[weekdayOf(day)];
  const nth = Math.ceil(date.day / 7);
  const fromEnd = Math.ceil((daysInMonth(date.year, date.month) - date.day + 1) / 7);
  const windows = Array.from({ length: 7 }, (_, back) => date.day - 6 + back).filter((first) => first > 0);
  return [
    ...(fromEnd === 1 ? [`${month};BYDAY=-1${weekday}`] : []),
    `${month};BYDAY=${nth}${weekday}`,
    `${month};BYMONTHDAY=${date.day}`,
    ...(fromEnd > 1 ? [`${month};BYDAY=-${fromEnd}${weekday}`] : []),
    // `the Friday on or after the 23rd`
    ...windows.map((first) => `${month};BYMONTHDAY=${week(first)};BYDAY=${weekday}`),
  ];
}

function week(first: number): string {
  return Array.from({ length: 7 }, (_, index) => first + index).join(',');
}

/** The change that is in force when the span begins, and all that follow until it ends. */
function matters(run: Run, onsets: readonly Onset[], span: ZoneSpan): boolean {
  const inForce = onsets.findLast((onset) => onset.at <= span.from) ?? onsets[0];
  const since = inForce?.at ?? span.from;
  const until = span.to ?? Number.POSITIVE_INFINITY;
  return run.onsets.some((onset) => onset.at >= since) && (run.onsets[0]?.at ?? 0) <= Math.max(until, since);
}

function byRule(run: Run, span: ZoneSpan, onsets: readonly Onset[]): Observance {
  const [first = { at: 0, before: 0, after: 0 }] = run.onsets;
  const last = run.onsets.at(-1) ?? first;
  // Until the database ends it, a rule goes on.
  const goesOn = last.at > horizonOf(span) - 2 * YEAR_MS;
  const until = goesOn ? '' : `;UNTIL=${basicTime(last.at)}Z`;
  const daylight = isDaylight(first, onsets);
  return { first, others: [], rule: `FREQ=YEARLY;${run.patterns[0] ?? ''}${until}`, daylight };
}

/** A clock put forward that is put back within the year. */
function isDaylight(onset: Onset, onsets: readonly Onset[]): boolean {
  const next = onsets.find((each) => each.at > onset.at);
  return onset.after > onset.before && next !== undefined && next.at - onset.at < YEAR_MS;
}
