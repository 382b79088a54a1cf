import { Temporal } from 'temporal-polyfill';
import type { EventDraft } from '../event/draft/event-draft.ts';
import { type WallSpan, wholeDays } from '../gesture/wall-span.ts';

type Times = Pick<EventDraft, 'allDay' | 'startDate' | 'endDate' | 'startTime' | 'endTime' | 'zone'>;

/** Where what is being typed would lie, by the wall clock of the zone that is shown. */
export function draftSpan(draft: Times, shown: string): WallSpan {
  const first = Temporal.PlainDate.from(draft.startDate);
  if (draft.allDay) return wholeDays(first, first.until(draft.endDate).days + 1);
  const at = (date: string, minutes: number) =>
    Temporal.PlainDate.from(date)
      .toPlainDateTime()
      .add({ minutes })
      .toZonedDateTime(draft.zone ?? shown)
      .withTimeZone(shown)
      .toPlainDateTime();
  return {
    allDay: false,
    start: at(draft.startDate, draft.startTime),
    end: at(draft.endDate, draft.endTime),
  };
}
