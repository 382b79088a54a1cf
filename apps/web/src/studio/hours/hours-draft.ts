import type { OpeningHours } from '../../api/answers.ts';
import {
  dayProblems,
  type RangeText,
  sentRanges,
  sentWeek,
  textRanges,
  WEEKDAYS,
  type WeekText,
  weekText,
} from './hours-model.ts';

export interface OverrideDraft {
  /** ISO, or empty while none is chosen. */
  readonly date: string;
  /** None: closed on that date. */
  readonly ranges: readonly RangeText[];
}

export interface ClosureDraft {
  /** ISO, or empty; both included. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** Opening hours as they are being edited. */
export interface HoursDraft {
  readonly week: WeekText;
  readonly overrides: readonly OverrideDraft[];
  readonly closures: readonly ClosureDraft[];
}

export function hoursDraft({ weekly, overrides, closures }: OpeningHours): HoursDraft {
  return {
    week: weekText(weekly),
    overrides: overrides.map(({ date, ranges }) => ({ date, ranges: textRanges(ranges) })),
    closures: closures.map(({ from, to, reason }) => ({ from, to, reason })),
  };
}

/** The hours as they are sent, or null while something in them cannot be read. */
export function sentHours(draft: HoursDraft): OpeningHours | null {
  const weekly = sentWeek(draft.week);
  const overrides = draft.overrides.map(({ date, ranges }) => ({ date, ranges: sentRanges(ranges) }));
  if (weekly === null || draft.closures.some((closure) => closureProblem(closure) !== null)) return null;
  const read = overrides.flatMap(({ date, ranges }) => (ranges === null ? [] : [{ date, ranges }]));
  if (read.length < overrides.length || read.some(({ date }) => date === '')) return null;
  return { weekly, overrides: read, closures: draft.closures.map((closure) => ({ ...closure })) };
}

export function closureProblem({ from, to }: ClosureDraft): 'from' | 'to' | 'order' | null {
  if (from === '') return 'from';
  if (to === '') return 'to';
  return to < from ? 'order' : null;
}

/** Whether ranges of one day overlap somewhere. It is no mistake that the server refuses, but hardly meant. */
export function hasOverlap({ week, overrides }: HoursDraft): boolean {
  const days = [...WEEKDAYS.map((key) => week[key]), ...overrides.map(({ ranges }) => ranges)];
  return days.some((ranges) => dayProblems(ranges).includes('overlap'));
}
