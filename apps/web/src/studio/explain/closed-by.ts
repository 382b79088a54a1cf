import type { OpeningHours, StudioClosure } from '../../api/answers.ts';

/** Why no start lies on a date at all; `rest` where the hours of that date leave none. */
export type ClosedBy =
  | { readonly kind: 'studio' | 'away'; readonly reason: string }
  | { readonly kind: 'date' | 'weekday' | 'rest' };

const WEEKDAYS = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'] as const;

/** In the order in which they count: a closure over a single date, that over the week. @param date `YYYY-MM-DD` */
export function closedBy(
  date: string,
  { weekly, overrides, closures }: OpeningHours,
  studio: readonly Pick<StudioClosure, 'from' | 'to' | 'reason'>[],
): ClosedBy {
  const covers = ({ from, to }: { readonly from: string; readonly to: string }) => from <= date && date <= to;
  const ofStudio = studio.find(covers);
  if (ofStudio) return { kind: 'studio', reason: ofStudio.reason };
  const away = closures.find(covers);
  if (away) return { kind: 'away', reason: away.reason ?? '' };
  const single = overrides.find((override) => override.date === date);
  if (single) return { kind: single.ranges.length === 0 ? 'date' : 'rest' };
  const day = WEEKDAYS[new Date(`${date}T12:00:00Z`).getUTCDay()];
  const open = day !== undefined && (weekly[day]?.length ?? 0) > 0;
  return { kind: open ? 'rest' : 'weekday' };
}
