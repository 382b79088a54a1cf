import type { Timed } from '../../../time/day-groups.ts';
import { eventWhen } from '../../../time/event-when.ts';
import type { Formats } from '../../../time/formats.ts';
import { timesOf } from '../../edit/pending.ts';
import { type EventDraft, placingOf } from './event-draft.ts';

/** When a draft takes place, on the clock of its own zone. */
export function whenWords(draft: EventDraft, formats: Pick<Formats, 'longDate' | 'time'>): string {
  const { zone } = draft;
  return eventWhen(formats, timedOf(draft), zone ?? 'UTC');
}

export function timedOf(draft: EventDraft): Timed {
  const nowhere = {
    startsAt: new Date(0),
    endsAt: new Date(0),
    allDay: false,
    startDate: null,
    endDate: null,
  };
  return { ...nowhere, ...timesOf(placingOf(draft, 'UTC')) };
}
