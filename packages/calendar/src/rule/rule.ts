import type { Weekday } from '../time/civil.ts';
import type { TimeValue } from '../time/time-value.ts';

export type Frequency = 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY' | 'HOURLY' | 'MINUTELY' | 'SECONDLY';

/** `-1SU`: ordinal -1, weekday 6. Ordinal 0 is every such weekday. */
export interface DayPart {
  readonly ordinal: number;
  readonly weekday: Weekday;
}

/** A recurrence rule (RFC 5545, 3.3.10). Lists are sorted, without repeats, and empty where the part is absent. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly until: TimeValue | null;
  readonly weekStart: Weekday;
  readonly bySecond: readonly number[];
  readonly byMinute: readonly number[];
  readonly byHour: readonly number[];
  readonly byDay: readonly DayPart[];
  readonly byMonthDay: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byWeekNo: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPos: readonly number[];
}

export function isSubDaily(rule: Rule): boolean {
  return rule.frequency === 'HOURLY' || rule.frequency === 'MINUTELY' || rule.frequency === 'SECONDLY';
}

/** As it is for a series of days: BYHOUR, BYMINUTE and BYSECOND "MUST be ignored" there (RFC 5545, 3.3.10). */
export function ruleOfDays(rule: Rule): Rule {
  return { ...rule, byHour: [], byMinute: [], bySecond: [] };
}
