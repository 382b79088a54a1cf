export type EntryConflict =
  | 'deleted-there' // deleted there, and moved or confirmed here
  | 'moved-twice' // moved on both sides, to different times
  | 'all-day'
  | 'recurring'
  | 'no-length'
  | 'request-again' // the prefix was put back before a confirmed booking
  | 'unclear-title'
  | 'over'; // changed there after it had ended here

const SENTENCES: { readonly [Conflict in EntryConflict]: string } = {
  'deleted-there':
    'The event was deleted in the calendar, and meanwhile the booking was moved or confirmed here. The booking stands; cancel it, or have the event written again.',
  'moved-twice':
    'The booking was moved here, and the event was moved in the calendar to another time. The booking keeps the time it has here; choose which one holds.',
  'all-day':
    'The event was made an all-day event in the calendar, which is no time for an appointment. The booking keeps its time; set one in the calendar or here.',
  recurring:
    'The event was made a recurring one in the calendar; a booking is one appointment. The booking keeps its time; take the repetition away, and make other bookings for the rest.',
  'no-length':
    'The event was left without a length in the calendar. The booking keeps its time; set an end behind the start.',
  'request-again':
    '“REQUEST:” was put back before a booking that is confirmed, and the client knows that it is. It stays confirmed; cancel it if it is not to be.',
  'unclear-title':
    'The title was changed in the calendar, and it does not show whether the request is confirmed. It is still a request; confirm or decline it.',
  over: 'The event was changed in the calendar after the booking had come to its end. The booking stays as it is; make a new one, or delete the event.',
};

/** For the person who decides: what happened, what was kept, what to do next. */
export function entryConflict(conflict: EntryConflict) {
  return { kind: 'conflict', conflict, message: SENTENCES[conflict] } as const;
}
