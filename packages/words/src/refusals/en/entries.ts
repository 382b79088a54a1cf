import { says } from '../../sentence.ts';
import { type SpokenSpan, spanIn } from '../../spoken.ts';

/** What happened in the artist's calendar and a person has to look at. */
export const entries = {
  'entry-deleted-there': () =>
    says(
      'The event was deleted in the calendar, and meanwhile the booking was moved or confirmed here. The booking stands; cancel it, or have the event written again.',
    ),
  'entry-moved-twice': () =>
    says(
      'The booking was moved here, and the event was moved in the calendar to another time. The booking keeps the time it has here; choose which one holds.',
    ),
  'entry-all-day': () =>
    says(
      'The event was made an all-day event in the calendar, which is no time for an appointment. The booking keeps its time; set one in the calendar or here.',
    ),
  'entry-recurring': () =>
    says(
      'The event was made a recurring one in the calendar; a booking is one appointment. The booking keeps its time; take the repetition away, and make other bookings for the rest.',
    ),
  'entry-no-length': () =>
    says(
      'The event was left without a length in the calendar. The booking keeps its time; set an end behind the start.',
    ),
  'entry-request-again': () =>
    says(
      '“REQUEST:” was put back before a booking that is confirmed, and the client knows that it is. It stays confirmed; cancel it if it is not to be.',
    ),
  'entry-unclear-title': () =>
    says(
      'The title was changed in the calendar, and it does not show whether the request is confirmed. It is still a request; confirm or decline it.',
    ),
  'entry-over': () =>
    says(
      'The event was changed in the calendar after the booking had come to its end. The booking stays as it is; make a new one, or delete the event.',
    ),
  'entry-unknown': () =>
    says('What was changed in the calendar cannot be followed. The booking stays as it is here.'),
  'event-masked': () =>
    says(
      'This event is confidential to the owner of the calendar. Only a part of it is shown here, and the rest would be lost; nothing was changed.',
      'Ask its owner to change it.',
    ),
  'event-damaged': () =>
    says(
      'Some letters of this event are damaged, and saving it would damage it for everybody; nothing was changed.',
      'Change it with the app that made it, or delete it.',
    ),
  'series-unclear': () =>
    says(
      'A series in your calendar repeats by a rule that cannot be read, so it may take this time. Look at your calendar before you confirm.',
    ),
  overlap: (span: SpokenSpan) =>
    says(
      `The calendar answers again, and something else stands there: ${spanIn('en', span)}. The booking was taken while it could not be asked. Nothing was changed; move the booking, or make room.`,
    ),
};
