import type { EventSource } from '../event/event-source.ts';
import { readEvents } from '../event/event-sources.ts';
import { instantOf, type Moment } from '../event/moment.ts';
import { defaultLength, endOf } from '../event/series/length.ts';
import type { Range } from '../event/series/rule-starts.ts';
import type { ReadContext } from '../occurrence.ts';
import { mendRule } from '../rule/mend-rule.ts';
import { DAY_MS, dayOfWall, wallOfDay } from '../time/civil.ts';
import { parseTime } from '../time/time-value.ts';

/**
 * Whether a series of which nobody knows all instances may have one in the window: one whose rule cannot be read, or
 * takes too long to follow. Its hours are not free for certain (T4). A rule that repeats by days or longer keeps the
 * time of day; any other may give any time. Nothing is in doubt before it begins and after an UNTIL that can be read.
 */
export function mayTouch(text: string, context: ReadContext): boolean {
  const sources = readEvents(text, context);
  return sources.some(
    (source) => source.busy && source.start !== null && mayRepeatIn(source, source.start, context),
  );
}

function mayRepeatIn(source: EventSource, start: Moment, window: Range): boolean {
  if (window.to <= instantOf(start)) return false;
  const [rule, another] = source.ruleTexts.map(mendRule);
  if (rule === undefined || another !== undefined || source.lostDates) return true;
  const until = untilOf(rule);
  if (until !== null && window.from > until) return false;
  return keepsTimeOfDay(rule) ? touchesTimeOfDay(source, start, window) : true;
}

/** Behind the last day that the rule allows, wherever that day ends. */
function untilOf(rule: string): number | null {
  const time = parseTime(/(?:^|;)UNTIL=([^;]*)/.exec(rule)?.[1] ?? '');
  if (!time) return null;
  if (time.kind === 'utc') return time.at + DAY_MS;
  return (time.kind === 'date' ? wallOfDay(time.day) : time.wall) + 2 * DAY_MS;
}

function keepsTimeOfDay(rule: string): boolean {
  return (
    /(?:^|;)FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)/.test(rule) && !/BY(?:HOUR|MINUTE|SECOND)/.test(rule)
  );
}

/** Every day has it, as nobody knows which do not. */
function touchesTimeOfDay(source: EventSource, start: Moment, window: Range): boolean {
  const length = source.length ?? defaultLength(start);
  const { zone } = start;
  const timeOfDay = start.wall - wallOfDay(dayOfWall(start.wall));
  const [first, last] = [window.from, window.to].map((at) => dayOfWall(zone.toWall(at)));
  const run = Math.ceil((endOf(length, start.wall, instantOf(start), zone) - instantOf(start)) / DAY_MS) + 1;
  // Longer than that it is always there.
  if (run > MAX_DAYS) return true;
  for (let day = (first ?? 0) - run; day <= (last ?? 0); day++) {
    const wall = wallOfDay(day) + timeOfDay;
    const at = start.kind === 'day' ? zone.startOfDay(day) : zone.toUtc(wall);
    if (at < window.to && endOf(length, wall, at, zone) > window.from) return true;
  }
  return false;
}

const MAX_DAYS = 400;
