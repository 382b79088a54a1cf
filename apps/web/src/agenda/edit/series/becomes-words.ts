import type { StudioWords } from '@atelier/words/studio/en';
import { firstDay, lastDay, type Timed } from '../../../time/day-groups.ts';
import { eventWhen } from '../../../time/event-when.ts';
import type { Formats } from '../../../time/formats.ts';

type Dates = Pick<Formats, 'longDate' | 'time'>;

/** From when to when an event is moved; what stays as it is, its day, is not said twice. @param zone IANA name */
export function becomesWords(
  { edit }: StudioWords,
  formats: Dates,
  before: Timed,
  after: Timed,
  zone: string,
): string {
  if (!onOneDay(before, after, zone)) {
    return edit.changes.when({
      before: eventWhen(formats, before, zone),
      after: eventWhen(formats, after, zone),
    });
  }
  const times = ({ startsAt, endsAt }: Timed) =>
    `${formats.time(startsAt, zone)} – ${formats.time(endsAt, zone)}`;
  return edit.changes.when({ before: times(before), after: times(after) });
}

function onOneDay(before: Timed, after: Timed, zone: string): boolean {
  if (before.allDay || after.allDay) return false;
  const day = firstDay(before, zone);
  return [firstDay(after, zone), lastDay(before, zone), lastDay(after, zone)].every((one) => one.equals(day));
}
