import { Temporal } from 'temporal-polyfill';
import { type EventDraft, NOON, wallAt } from './event-draft.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes from start to end by the wall clock; of whole days, all of them. */
export function lengthOf(draft: EventDraft): number {
  const { allDay, startDate, endDate, startTime, endTime } = draft;
  const days = Temporal.PlainDate.from(startDate).until(endDate).days;
  return allDay ? (days + 1) * DAY : days * DAY + endTime - startTime;
}

/** Another start; the end goes along. */
export function startingAt(
  draft: EventDraft,
  start: { readonly date?: string; readonly time?: number },
): EventDraft {
  const { date = draft.startDate, time = draft.startTime } = start;
  if (draft.allDay) {
    const days = Temporal.PlainDate.from(draft.startDate).until(draft.endDate).days;
    const endDate = Temporal.PlainDate.from(date).add({ days }).toString();
    return { ...draft, startDate: date, endDate };
  }
  return lasting({ ...draft, startDate: date, startTime: time }, lengthOf(draft));
}

/** The end that many minutes behind the start. */
export function lasting(draft: EventDraft, minutes: number): EventDraft {
  const end = wallAt(draft.startDate, draft.startTime).add({ minutes });
  return { ...draft, endDate: end.toPlainDate().toString(), endTime: end.hour * HOUR + end.minute };
}

/** An end at a time of day: on the day of the start, or, where that has passed by then, on the next. */
export function endingAt(draft: EventDraft, time: number): EventDraft {
  const later = time >= draft.startTime;
  const endDate = Temporal.PlainDate.from(draft.startDate)
    .add({ days: later ? 0 : 1 })
    .toString();
  return { ...draft, endDate, endTime: time };
}

/** Whole days or times. What becomes times of one day gets an hour at noon, until somebody says which. */
export function withAllDay(draft: EventDraft, allDay: boolean): EventDraft {
  if (allDay === draft.allDay) return draft;
  if (!allDay)
    return {
      ...draft,
      allDay,
      endDate: draft.startDate,
      endTime: Math.max(draft.endTime, draft.startTime) || NOON,
    };
  // What ends at midnight does not reach into the day that begins there.
  const ends = Temporal.PlainDate.from(draft.endDate);
  const last = draft.endTime === 0 && draft.endDate > draft.startDate ? ends.subtract({ days: 1 }) : ends;
  return { ...draft, allDay, endDate: last.toString() };
}

export function endsFirst(draft: EventDraft): boolean {
  return draft.allDay ? draft.endDate < draft.startDate : lengthOf(draft) < 0;
}
