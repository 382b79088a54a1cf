import type { EpochMs } from '../../occurrence.ts';
import { type Rule, ruleOfDays } from '../../rule/rule.ts';
import type { StepBudget } from '../../rule/step-budget.ts';
import { walkRule } from '../../rule/walk-rule.ts';
import { DAY_MS, dayOf, dayOfWall, MAX_YEAR, type WallMs, wallOfDay } from '../../time/civil.ts';
import type { TimeValue } from '../../time/time-value.ts';
import type { ZoneResolver } from '../../zone/resolve-zone.ts';
import type { Zone } from '../../zone/zone.ts';
import { dayNamed, instantOf, type Moment, momentOf } from '../moment.ts';

/** When an instance of a series begins: on the wall clock of the series, and the instant that is. */
export interface Start {
  readonly wall: WallMs;
  readonly at: EpochMs;
}

/** Half-open range of instants. */
export interface Range {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

const END_OF_TIME: EpochMs = (dayOf(MAX_YEAR, 12, 31) + 1) * DAY_MS;

/** A series before its exceptions: where it starts, and the zones of its text. */
export interface SeriesStart {
  readonly first: Moment;
  readonly zones: ZoneResolver;
}

export function startAt(series: SeriesStart, wall: WallMs): Start {
  const { first } = series;
  const at = first.kind === 'day' ? first.zone.startOfDay(dayOfWall(wall)) : first.zone.toUtc(wall);
  return { wall, at };
}

/**
 * The instance that RDATE, EXDATE or RECURRENCE-ID names. A date names the instance at the series' own time of
 * that day; a floating time is read in the series' zone.
 */
export function startNamed(series: SeriesStart, time: TimeValue): Start {
  const { first, zones } = series;
  if (first.kind === 'day') return startAt(series, wallOfDay(dayNamed(time, zones)));
  if (time.kind === 'date') {
    return startAt(series, wallOfDay(time.day) + first.wall - wallOfDay(dayOfWall(first.wall)));
  }
  if (time.kind === 'local' && time.tzid === null) return startAt(series, time.wall);
  const at = instantOf(momentOf(time, zones));
  return { wall: first.zone.toWall(at), at };
}

/** The last start that UNTIL allows. */
export interface RuleEnd {
  readonly wall: WallMs;
  readonly at: EpochMs;
}

/**
 * UNTIL as a limit of both wall clock and instant. A date allows all of its day, a local time is read on the
 * clock of the series, whatever form RFC 5545 demands for the DTSTART at hand.
 */
export function ruleEnd(series: SeriesStart, { until }: Rule): RuleEnd {
  const { first, zones } = series;
  const never = Number.POSITIVE_INFINITY;
  if (!until) return { wall: never, at: never };
  if (first.kind === 'day') return { wall: wallOfDay(dayNamed(until, zones)), at: never };
  if (until.kind === 'date') return { wall: wallOfDay(until.day + 1) - 1, at: never };
  if (until.kind === 'local') return { wall: until.wall, at: never };
  return { wall: first.zone.toWall(until.at) + DAY_MS, at: until.at };
}

export function isWithin(end: RuleEnd, start: Start): boolean {
  return start.wall <= end.wall && start.at <= end.at;
}

/**
 * The starts that a rule produces behind DTSTART, in order, as far as they lie in `range`; `take` returns
 * false for no more. A wall clock time in a gap is shifted like any other (RFC 5545, 3.3.10 refers to 3.3.5),
 * and where it then falls on another instance the two are one, also for COUNT.
 */
export function forEachStart(
  series: SeriesStart,
  rule: Rule,
  range: Range,
  budget: StepBudget,
  take: (start: Start) => boolean,
): void {
  const { first } = series;
  const end = ruleEnd(series, rule);
  const counter = new Counter(rule.count, first.kind === 'day' ? null : first.zone);
  walkRule({
    rule: first.kind === 'day' ? ruleOfDays(rule) : rule,
    start: first.wall,
    // Only counting needs the instances before the range.
    from: rule.count === null ? earliestWall(first.zone, clamp(range.from)) : first.wall,
    to: Math.min(latestWall(first.zone, clamp(range.to)), end.wall + 1),
    budget,
    visit: (wall) => {
      const start = startAt(series, wall);
      if (!isWithin(end, start) || counter.isRepeated(start)) return true;
      if (!counter.count()) return false;
      // A shifted start may be later than the next one.
      if (start.at >= range.to) return first.zone.toWall(start.at) !== wall;
      return start.at < range.from || take(start);
    },
  });
}

/** Counts what COUNT counts: DTSTART first, then each instant once. */
class Counter {
  readonly #limit: number | null;
  readonly #zone: Zone | null;
  readonly #shifted = new Set<EpochMs>();
  #seen = 1;

  constructor(limit: number | null, zone: Zone | null) {
    this.#limit = limit;
    this.#zone = zone;
  }

  /** Whether a start that was shifted out of a gap already fell on this instant. */
  isRepeated({ wall, at }: Start): boolean {
    if (this.#limit === null || this.#zone === null) return false;
    if (this.#zone.toWall(at) !== wall) this.#shifted.add(at);
    else return this.#shifted.has(at);
    return false;
  }

  count(): boolean {
    return this.#limit === null || ++this.#seen <= this.#limit;
  }
}

/** Before the first reading that may be this instant or later; the clock may just be changed. */
function earliestWall(zone: Zone, at: EpochMs): WallMs {
  return at + Math.min(...offsetsAround(zone, at));
}

/** Behind the last reading that may be before this instant. */
function latestWall(zone: Zone, at: EpochMs): WallMs {
  return at + Math.max(...offsetsAround(zone, at));
}

function offsetsAround(zone: Zone, at: EpochMs): number[] {
  return [at - DAY_MS, at, at + DAY_MS].map((moment) => zone.offsetAt(moment));
}

function clamp(at: EpochMs): EpochMs {
  return Math.max(-END_OF_TIME, Math.min(END_OF_TIME, at));
}

const MAX_COUNTED = 5_000;

/**
 * The last start of a rule, or one behind it: exact for COUNT, a bound for UNTIL. Null for a rule without an
 * end and for a COUNT that is not worth counting to its end.
 */
export function lastStart(series: SeriesStart, rule: Rule, budget: StepBudget): Start | null {
  const bound = rule.until ? boundOf(series, ruleEnd(series, rule)) : null;
  if (rule.count === null || rule.count > MAX_COUNTED) return bound;
  let last = startAt(series, series.first.wall);
  let seen = 1;
  forEachStart(series, rule, EVER, budget, (start) => {
    if (start.at > last.at) last = start;
    return ++seen < (rule.count ?? 0);
  });
  return budget.exhausted ? bound : last;
}

/** All that iCalendar can write. */
export const EVER: Range = { from: -END_OF_TIME, to: END_OF_TIME };

function boundOf(series: SeriesStart, end: RuleEnd): Start {
  return Number.isFinite(end.at)
    ? { wall: series.first.zone.toWall(end.at), at: end.at }
    : startAt(series, end.wall);
}
