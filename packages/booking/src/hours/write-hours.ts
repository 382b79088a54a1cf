import { DAY_MINUTES } from '../time/minutes.ts';
import { type LocalRange, type OpeningHours, WEEKDAYS } from './opening-hours.ts';

type TextRange = readonly [start: string, end: string];

/** Opening hours in the form that people and forms edit. */
export interface HoursInput {
  readonly weekly: { readonly [weekday: string]: readonly TextRange[] };
  readonly overrides: readonly { readonly date: string; readonly ranges: readonly TextRange[] }[];
  readonly closures: readonly { readonly from: string; readonly to: string; readonly reason?: string }[];
}

/** The input that `parseHours` reads these hours from; a weekday without ranges is left out. */
export function writeHours({ weekly, overrides, closures }: OpeningHours): HoursInput {
  const days = WEEKDAYS.flatMap((key) => {
    const ranges = weekly[key] ?? [];
    return ranges.length > 0 ? [[key, ranges.map(textRange)] as const] : [];
  });
  return {
    weekly: Object.fromEntries(days),
    overrides: overrides.map(({ date, ranges }) => ({ date, ranges: ranges.map(textRange) })),
    closures: closures.map(({ from, to, reason }) => ({ from, to, ...(reason && { reason }) })),
  };
}

function textRange({ start, end }: LocalRange): TextRange {
  // Midnight is the end of the evening, not the beginning of the next day.
  return [timeText(start), end === DAY_MINUTES ? '24:00' : timeText(end % DAY_MINUTES)];
}

function timeText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
