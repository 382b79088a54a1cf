import type { Moment } from '../../event/moment.ts';
import { ruleEnd } from '../../event/series/rule-starts.ts';
import { parseRule } from '../../rule/parse-rule.ts';
import type { DayPart, Rule } from '../../rule/rule.ts';
import {
  type CivilDate,
  civilOf,
  DAY_MS,
  dayOf,
  dayOfWall,
  daysInMonth,
  wallOfDay,
  weekdayOf,
} from '../../time/civil.ts';
import type { ZoneResolver } from '../../zone/resolve-zone.ts';
import { refuse } from '../text/refused.ts';
import { limitText, rulePart, withRulePart } from '../text/rule-text.ts';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * The rule of a series whose first instance moves from one moment to another. What the rule says of days and times
 * only because DTSTART lies there moves along: UNTIL, the weekdays of a weekly rule, the one day or weekday of a
 * monthly or yearly one, the one hour. A rule that says more stays as it is.
 */
export function shiftedRule(text: string, from: Moment, to: Moment, zones: ZoneResolver): string {
  const rule = parseRule(text);
  if (!rule) refuse('edit-rule-unreadable');
  const until = shiftedUntil(rule, from, to, zones);
  const limited = until === null || rule.until === null ? text : withRulePart(text, 'UNTIL', until);
  return shiftedDays(shiftedTime(limited, rule, from, to), rule, from, to);
}

function shiftedUntil(rule: Rule, from: Moment, to: Moment, zones: ZoneResolver): string | null {
  const { until } = rule;
  if (!until) return null;
  const delta = to.wall - from.wall;
  // A date that ends a series of times stays one where it says the same.
  if (until.kind === 'date' && delta % DAY_MS === 0) {
    return limitText({ ...from, kind: 'day' }, wallOfDay(until.day) + delta, Number.POSITIVE_INFINITY);
  }
  const end = ruleEnd({ first: from, zones }, rule);
  const wall = (Number.isFinite(end.at) ? from.zone.toWall(end.at) : end.wall) + delta;
  return limitText(to, wall, Number.POSITIVE_INFINITY);
}

const TIME_PARTS = [
  ['BYHOUR', 3_600_000, 24],
  ['BYMINUTE', 60_000, 60],
  ['BYSECOND', 1_000, 60],
] as const;

function shiftedTime(text: string, rule: Rule, from: Moment, to: Moment): string {
  if (rule.frequency === 'HOURLY' || rule.frequency === 'MINUTELY') return text;
  return TIME_PARTS.reduce((next, [name, unit, size]) => {
    const said = rulePart(next, name);
    if (said === null) return next;
    if (to.kind === 'day') return withRulePart(next, name, null);
    const reading = (moment: Moment) =>
      Math.floor(moment.wall / unit) - Math.floor(moment.wall / (unit * size)) * size;
    return Number(said) === reading(from) ? withRulePart(next, name, String(reading(to))) : next;
  }, text);
}

function shiftedDays(text: string, rule: Rule, from: Moment, to: Moment): string {
  const days = dayOfWall(to.wall) - dayOfWall(from.wall);
  if (days === 0) return text;
  if (rule.frequency === 'WEEKLY') return shiftedWeek(text, rule, days);
  if (rule.frequency !== 'MONTHLY' && rule.frequency !== 'YEARLY') return text;
  const [old, now] = [civilOf(dayOfWall(from.wall)), civilOf(dayOfWall(to.wall))];
  const [month] = rule.byMonth;
  const follows = rule.frequency === 'MONTHLY' ? month === undefined : month === old.month;
  if (!follows || rule.byMonth.length > 1 || rule.bySetPos.length > 0) return text;
  const placed = shiftedPlace(text, rule, old, now);
  if (placed === null || month === undefined) return placed ?? text;
  return withRulePart(placed, 'BYMONTH', String(now.month));
}

/** Every day of the week moves, and with them the day that the week begins on: so every other week stays that. */
function shiftedWeek(text: string, rule: Rule, days: number): string {
  if (rule.byDay.length === 0) return text;
  const moved = (weekday: number) => WEEKDAYS[(((weekday + days) % 7) + 7) % 7];
  const week = withRulePart(text, 'BYDAY', rule.byDay.map((part) => moved(part.weekday)).join(','));
  return rule.interval === 1 ? week : withRulePart(week, 'WKST', moved(rule.weekStart) ?? 'MO');
}

/** The one day, or nth weekday, of the month; null where the rule names more than the day it began on. */
function shiftedPlace(text: string, rule: Rule, old: CivilDate, now: CivilDate): string | null {
  if (rule.byYearDay.length > 0 || rule.byWeekNo.length > 0) return null;
  const [day, anotherDay] = rule.byMonthDay;
  const [part, anotherPart] = rule.byDay;
  if (anotherDay !== undefined || anotherPart !== undefined) return null;
  if (part === undefined && day === undefined) return text;
  if (part === undefined) return day === old.day ? withRulePart(text, 'BYMONTHDAY', String(now.day)) : null;
  // In a year as a whole the weekdays are counted otherwise.
  if (rule.frequency === 'YEARLY' && rule.byMonth.length === 0) return null;
  return day === undefined && isNth(part, old) ? withRulePart(text, 'BYDAY', nth(part, now)) : null;
}

function isNth(part: DayPart, date: CivilDate): boolean {
  const place = part.ordinal > 0 ? Math.ceil(date.day / 7) : -fromEnd(date);
  return part.ordinal === place;
}

/** Counted from the same side of the month as before, where the new day is the last of its kind. */
function nth(part: DayPart, date: CivilDate): string {
  const weekday = WEEKDAYS[weekdayOf(dayOf(date.year, date.month, date.day))];
  const ordinal = part.ordinal < 0 && fromEnd(date) === 1 ? -1 : Math.ceil(date.day / 7);
  return `${ordinal}${weekday}`;
}

function fromEnd({ year, month, day }: CivilDate): number {
  return Math.ceil((daysInMonth(year, month) - day + 1) / 7);
}
