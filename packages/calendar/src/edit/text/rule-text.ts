import type { Moment } from '../../event/moment.ts';
import { dayNamed } from '../../event/moment.ts';
import { ruleEnd } from '../../event/series/rule-starts.ts';
import { parseRule } from '../../rule/parse-rule.ts';
import { isSubDaily, type Rule } from '../../rule/rule.ts';
import { basicDate, dayOf, dayOfWall, MAX_YEAR, wallOfDay } from '../../time/civil.ts';
import type { ZoneResolver } from '../../zone/resolve-zone.ts';
import { refuse } from './refused.ts';
import { basicTime } from './time-form.ts';

/** Whether two rules mean the same, however they are written. */
export function sameRule(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  if (a === b) return true;
  const [first, second] = [parseRule(a), parseRule(b)];
  return first !== null && second !== null && JSON.stringify(first) === JSON.stringify(second);
}

/** One `NAME=value` of a rule replaced, put behind the rest, or (null) taken out; the rest stays as written. */
export function withRulePart(rule: string, name: string, value: string | null): string {
  const parts = rule.split(';').filter((part) => part !== '');
  const index = parts.findIndex((part) => partName(part) === name);
  const others = (_: string, at: number) => at === index || partName(parts[at] ?? '') !== name;
  if (value === null) return parts.filter((part) => partName(part) !== name).join(';');
  const part = `${name}=${value}`;
  return (index < 0 ? [...parts, part] : parts.with(index, part).filter(others)).join(';');
}

function partName(part: string): string {
  return part
    .slice(0, Math.max(0, part.indexOf('=')))
    .trim()
    .toUpperCase();
}

/** The value of a rule's part, as written; null where it has none. */
export function rulePart(rule: string, name: string): string | null {
  const found = rule.split(';').find((part) => partName(part) === name);
  return found === undefined ? null : found.slice(found.indexOf('=') + 1).trim();
}

/** A rule that a person wants, fit to stand in the text. `start` is the first instance. */
export function checkedRule(written: string, start: Moment, zones: ZoneResolver): string {
  const text = written
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/^;+|;+$/g, '');
  const rule = parseRule(text);
  if (!rule || !/^[A-Z0-9=;,+-]+$/.test(text)) refuse('edit-rule-none');
  if (rule.frequency === 'SECONDLY') refuse('edit-rule-every-second');
  if (start.kind === 'day' && isSubDaily(rule)) {
    refuse('edit-rule-within-day');
  }
  if (rule.count !== null && rule.until !== null) {
    refuse('edit-rule-two-ends');
  }
  return rule.until ? withRulePart(text, 'UNTIL', untilText(rule, start, zones)) : text;
}

/**
 * The UNTIL of a rule in the form that DTSTART asks for (RFC 5545, 3.3.10): a date for an all-day event, local
 * for a floating one, else UTC.
 */
export function untilText(rule: Rule, start: Moment, zones: ZoneResolver): string | null {
  if (!rule.until) return null;
  if (start.kind === 'day') return basicDate(dayNamed(rule.until, zones));
  const end = ruleEnd({ first: start, zones }, rule);
  return limitText(start, Number.isFinite(end.at) ? start.zone.toWall(end.at) : end.wall, end.at);
}

// Some programs write the end of time for a series without an end; a day later there are no four digits left.
const LAST_WALL = wallOfDay(dayOf(MAX_YEAR, 12, 30));

/** A limit in that form; `at` may be infinite where only the wall clock says it. */
export function limitText(start: Moment, wall: number, at: number): string {
  if (wall > LAST_WALL) return limitText(start, LAST_WALL, Number.POSITIVE_INFINITY);
  if (start.kind === 'day') return basicDate(dayOfWall(wall));
  // A date allows its whole day, to the last millisecond.
  const whole = Math.floor(wall / 1_000) * 1_000;
  if (start.floating) return basicTime(whole);
  return `${basicTime(Number.isFinite(at) ? at : start.zone.toUtc(whole))}Z`;
}
