import { civilOf, DAY_MS, dayOf, dayOfWall, MAX_YEAR, type WallMs } from '../time/civil.ts';
import { allowsDay, dayFilterOf } from './day-filter.ts';
import type { Rule } from './rule.ts';
import { combine, orElse, pickedIndices } from './time-set.ts';
import type { Visit, Walk } from './walk.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;
const END_OF_TIME: WallMs = (dayOf(MAX_YEAR, 12, 31) + 1) * DAY_MS;

/**
 * Walks a rule finer than a day: HOURLY, MINUTELY, SECONDLY, on the wall clock. A day, hour or minute that the
 * rule forbids is left in one step, so a rule that never matches costs a step a day.
 */
export function walkClock({ rule, start, from, to, budget, visit }: Walk): void {
  const unit = unitOf(rule);
  const step = unit * rule.interval;
  const first = Math.floor(start / unit) * unit;
  const next = (wall: WallMs): WallMs => first + Math.max(0, Math.ceil((wall - first) / step)) * step;
  const forbidden = forbiddenUntil(rule, start);
  const inside = offsetsInside(rule, start);
  const end = Math.min(END_OF_TIME, to);
  const each: Visit = (wall) => {
    if (wall <= start || wall < from) return true;
    return wall < to && budget.spend(1) && visit(wall);
  };
  // The period that `from` lies in may have begun before it.
  let period = next(from - unit + 1);
  while (period < end && budget.spend(1)) {
    const until = forbidden(period);
    if (until > period) period = next(until);
    else if (inside.every((offset) => each(period + offset))) period += step;
    else return;
  }
}

function unitOf(rule: Rule): number {
  if (rule.frequency === 'HOURLY') return HOUR_MS;
  return rule.frequency === 'MINUTELY' ? MINUTE_MS : SECOND_MS;
}

/** For the start of a period: itself where the rule allows it, else when the first thing that forbids it is over. */
function forbiddenUntil(rule: Rule, start: WallMs): (period: WallMs) => WallMs {
  const filter = dayFilterOf(rule, dayOfWall(start));
  const hours = new Set(rule.byHour);
  const minutes = new Set(rule.frequency === 'HOURLY' ? [] : rule.byMinute);
  const seconds = new Set(rule.frequency === 'SECONDLY' ? rule.bySecond : []);
  let allowedDay = Number.NaN;
  return (period) => {
    const day = dayOfWall(period);
    if (day !== allowedDay && !allowsDay(filter, day, civilOf(day))) return (day + 1) * DAY_MS;
    allowedDay = day;
    const time = period - day * DAY_MS;
    if (!allows(hours, Math.floor(time / HOUR_MS))) return endOf(period, HOUR_MS);
    if (!allows(minutes, Math.floor(time / MINUTE_MS) % 60)) return endOf(period, MINUTE_MS);
    if (!allows(seconds, Math.floor(time / SECOND_MS) % 60)) return endOf(period, SECOND_MS);
    return period;
  };
}

function allows(values: ReadonlySet<number>, value: number): boolean {
  return values.size === 0 || values.has(value);
}

function endOf(wall: WallMs, unit: number): WallMs {
  return (Math.floor(wall / unit) + 1) * unit;
}

/** What a period holds, in ms after its start: minutes and seconds of an hour, seconds of a minute. */
function offsetsInside(rule: Rule, start: WallMs): number[] {
  const second = Math.floor((((start % DAY_MS) + DAY_MS) % DAY_MS) / SECOND_MS);
  const seconds = orElse(rule.bySecond, second % 60);
  const minutes = orElse(rule.byMinute, Math.floor(second / 60) % 60);
  const all =
    rule.frequency === 'SECONDLY' ? [0] : rule.frequency === 'MINUTELY' ? seconds : combine(minutes, seconds);
  const picked =
    rule.bySetPos.length > 0 ? pickedIndices(rule.bySetPos, all.length).map((index) => all[index] ?? 0) : all;
  return picked.map((offset) => offset * SECOND_MS);
}
