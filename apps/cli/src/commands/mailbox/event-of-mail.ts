import { readLetter } from '@atelier/quick-add/read-letter';
import { OPERATOR } from '@atelier/usecases/actor';
import { calendarOverview } from '@atelier/usecases/calendars/calendar-overview';
import type { Context } from '@atelier/usecases/context';
import { addEvent } from '@atelier/usecases/events/add-event';
import { openMail } from '@atelier/usecases/mailbox/read/open-mail';
import { done, type Outcome, refusedFor } from '@atelier/usecases/outcome';
import { readStudio } from '@atelier/usecases/studio/read-studio';
import { eventTime } from '../../arguments/event-time.ts';

interface MadeEvent {
  readonly id: string;
  readonly uid: string;
  readonly calendarId: string;
  readonly title: string;
  /** Local times of the calendar's zone, or dates; the end exclusive. */
  readonly start: string;
  readonly end: string;
}

/** Whoever runs the command has said so: what the message names is made, and a message that names no day is refused. */
export async function eventOfMail(
  context: Context,
  { id, calendarId }: { readonly id: string; readonly calendarId: string },
): Promise<Outcome<MadeEvent>> {
  const opened = await openMail(context, OPERATOR, id);
  if (!opened.ok) return opened;
  const [calendar] = await calendarOverview(context, OPERATOR, { ids: [calendarId] });
  if (!calendar) return refusedFor('not-found', 'no-calendar');
  const { subject, text, date, from, threadId } = opened.value;
  const { language, url } = await readStudio(context.database, context);
  const zone = calendar.timeZone;
  const now = date.toTemporalInstant().toZonedDateTimeISO(zone);
  const { title, when } = readLetter({ subject, text: text ?? '' }, { language, now });
  if (!when) return refusedFor('invalid', 'mail-without-day');
  const reading = { allDay: when.allDay, zone };
  const added = await addEvent(context, OPERATOR, {
    calendarId,
    fields: {
      summary: title,
      start: eventTime(when.start, reading),
      end: eventTime(when.end, reading),
      location: null,
      description: from.map(({ name, address }) => `${name} <${address}>`.trim()).join(', '),
      url: `${url}/mail?thread=${threadId}`,
      rrule: null,
      status: null,
      transparent: when.allDay,
      classification: 'public',
    },
  });
  if (!added.ok) return added;
  return done({
    id: added.value.id,
    uid: added.value.uid,
    calendarId,
    title,
    start: when.start,
    end: when.end,
  });
}
