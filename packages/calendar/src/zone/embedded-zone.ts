import type { EpochMs } from '../occurrence.ts';
import { parseRule } from '../rule/parse-rule.ts';
import type { Rule } from '../rule/rule.ts';
import { StepBudget } from '../rule/step-budget.ts';
import { walkRule } from '../rule/walk-rule.ts';
import type { ScannedComponent } from '../text/scan-calendar.ts';
import { readTimes } from '../text/time-property.ts';
import { propertyName, rawValue } from '../text/value-start.ts';
import { dayOf, type WallMs, wallOfDay } from '../time/civil.ts';
import { type OffsetTable, Zone } from './zone.ts';

// Rules without an end are worked out this far; Outlook lets them begin in 1601.
const FIRST: WallMs = wallOfDay(dayOf(1900, 1, 1));
// An observance without DTSTART holds from the beginning; clocks are changed at night.
const EPOCH: WallMs = wallOfDay(dayOf(1970, 1, 1)) + 2 * 3_600_000;
const LAST: WallMs = wallOfDay(dayOf(2200, 1, 1));
// One a year is what a rule for a clock change gives.
const MAX_ONSETS = 400;
const STEPS = 60_000;
const MAX_OBSERVANCES = 200;
const MAX_OFFSET_MS = 24 * 3_600_000;

// Every event of an Outlook calendar repeats the same definition.
const MAX_KNOWN = 300;
const known = new Map<string, Zone | null>();

interface Onset {
  readonly at: EpochMs;
  readonly before: number;
  readonly after: number;
}

/** The zone that a VTIMEZONE defines by its own rules (RFC 5545, 3.6.5); null where it defines none. */
export function embeddedZone(tzid: string, definition: ScannedComponent): Zone | null {
  // By its whole text: two files may give one TZID to different rules.
  const key = JSON.stringify([tzid, definition.parts.map((part) => part.lines)]);
  let zone = known.get(key);
  if (zone === undefined) {
    const onsets = onsetsOf(definition);
    zone = onsets.length > 0 ? new Zone(tzid, false, tableSource(onsets)) : null;
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(key, zone);
  }
  return zone;
}

function tableSource(onsets: readonly Onset[]): (from: EpochMs, to: EpochMs) => OffsetTable {
  return (from, to) => {
    const first = onsets.findIndex((onset) => onset.at > from);
    const start = first < 0 ? onsets.length : first;
    const inside = onsets.slice(start).filter((onset) => onset.at < to);
    const initial = onsets[start - 1]?.after ?? onsets[0]?.before ?? 0;
    return { at: inside.map((onset) => onset.at), offsets: [initial, ...inside.map((onset) => onset.after)] };
  };
}

function onsetsOf(definition: ScannedComponent): Onset[] {
  const budget = new StepBudget(STEPS);
  const onsets = definition.parts.slice(0, MAX_OBSERVANCES).flatMap((part) => observanceOnsets(part, budget));
  return onsets.sort((a, b) => a.at - b.at);
}

function observanceOnsets(part: ScannedComponent, budget: StepBudget): Onset[] {
  const all = (name: string) => part.lines.filter((line) => propertyName(line) === name);
  const [after = null] = all('TZOFFSETTO').map(offsetOf);
  const [before = after] = all('TZOFFSETFROM').map(offsetOf);
  if (before === null || after === null) return [];
  const [said] = all('DTSTART').flatMap(wallOf);
  const start = said ?? EPOCH;
  const rules = all('RRULE').flatMap((line) => parseRule(rawValue(line)) ?? []);
  const ruled = rules.flatMap((rule) => ruleOnsets(rule, start, before, budget));
  const dated = all('RDATE').flatMap(wallOf);
  // Where nobody says when it began, the rule alone says when the clock is changed.
  const first = said === undefined && ruled.length + dated.length > 0 ? [] : [start];
  return [...first, ...dated, ...ruled].map((wall) => ({ at: wall - before, before, after }));
}

function wallOf(line: string): WallMs[] {
  return readTimes(line).values.flatMap(({ time }) => {
    if (time.kind === 'date') return [wallOfDay(time.day)];
    // Onsets are wall clock times by definition; a Z behind one is a mistake.
    const wall: number = time.kind === 'utc' ? time.at : time.wall;
    return [wall];
  });
}

function ruleOnsets(rule: Rule, start: WallMs, offset: number, budget: StepBudget): WallMs[] {
  const walls: WallMs[] = [];
  // DTSTART is the first that COUNT counts.
  const most = Math.min(rule.count ?? MAX_ONSETS, MAX_ONSETS) - 1;
  const from = rule.count === null ? Math.max(start, FIRST) : start;
  const until = untilWall(rule, offset);
  walkRule({
    rule,
    start,
    from,
    to: LAST,
    budget,
    visit: (wall) => wall <= until && walls.length < most && walls.push(wall) > 0,
  });
  return walls;
}

function untilWall(rule: Rule, offset: number): WallMs {
  if (!rule.until) return LAST;
  if (rule.until.kind === 'utc') return rule.until.at + offset;
  return rule.until.kind === 'date' ? wallOfDay(rule.until.day + 1) : rule.until.wall;
}

/** `TZOFFSETFROM:+0130` in ms; also `+01:30`, `+1` and `+130`. */
function offsetOf(line: string): number | null {
  const [, sign, hours, minutes, seconds] =
    /^([+-]?)(\d\d?)(?::?(\d\d))?(?::?(\d\d))?$/.exec(rawValue(line).replace(/["\s]/g, '')) ?? [];
  if (hours === undefined) return null;
  const ms = ((Number(hours) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1_000;
  if (ms > MAX_OFFSET_MS) return null;
  return sign === '-' ? -ms : ms;
}
