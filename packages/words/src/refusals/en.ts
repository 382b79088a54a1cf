import { says } from '../sentence.ts';
import { type SpokenSpan, spanIn, waitIn } from '../spoken.ts';
import type { EndState, IdeaEnd, IdeaField, Most, TimeReason } from './given.ts';

const SAFE = 'What you have typed is safe.';

const TIME: Readonly<Record<TimeReason, string>> = {
  CLOSED: 'The studio is not open then.',
  OFFGRID: 'No appointment begins at that minute.',
  BUSY: 'This time is taken.',
  BUFFER: 'This time is too close to another appointment.',
  NOTICE: 'This time is too soon to be booked.',
  HORIZON: 'This date is too far ahead to be booked.',
  LIMIT: 'This day is fully booked.',
  HELD: 'Somebody else is just booking this time.',
};

const ENDED: Readonly<Record<EndState, string>> = {
  DECLINED: 'This request was declined.',
  EXPIRED: 'This request was not answered in time and has expired.',
  WITHDRAWN: 'This request was withdrawn by the client.',
  CANCELLED: 'This booking was cancelled.',
  COMPLETED: 'This appointment has taken place.',
  NO_SHOW: 'This appointment is noted as missed.',
};

const IDEA_ENDED: Readonly<Record<IdeaEnd, string>> = {
  DECLINED: 'The artist has declined this idea.',
  WITHDRAWN: 'This idea was withdrawn.',
  EXPIRED: 'This idea has lapsed.',
  CLOSED: 'This idea is closed.',
};

const FIELDS: Readonly<Record<IdeaField, string>> = {
  placement: 'The placement',
  size: 'The size',
  style: 'The style',
  budget: 'The budget',
  preferredDays: 'What you say of days',
  quote: 'The quote',
  deposit: 'The deposit',
};

export const REFUSALS_EN = {
  // A time.
  'time-unavailable': ({ reason }: { readonly reason: TimeReason }) => says(TIME[reason]),
  'time-claimed': () => says('That time is taken by another booking. Nothing was changed.'),
  'calendar-busy': () =>
    says(
      'Something else is in the artist’s calendar at that time. Nothing was changed.',
      'Choose another time, or make room in the calendar first.',
    ),
  'calendar-changed': () =>
    says(
      'The artist has just changed this appointment in their calendar. Nothing was changed here.',
      'Look at it again in a moment, then decide.',
    ),
  'calendar-silent': () =>
    says(
      'The artist’s calendar still does not answer, so nobody knows whether this time is free there. Nothing was changed.',
      'Look into the calendar yourself, then approve all the same, or try again in a few minutes.',
    ),
  'calendar-silent-move': () =>
    says(
      'The artist’s calendar does not answer just now, so the new time could not be checked. Your appointment stands as it was.',
      'Please try again in a few minutes.',
    ),
  'calendar-silent-accept': () =>
    says(
      'The artist’s calendar does not answer just now, so this time could not be checked once more. It is still kept for you.',
      'Please try again in a few minutes.',
    ),
  'not-a-time': () => says('This is not a time.'),
  'second-choice-impossible': ({ days }: { readonly days: number }) =>
    says(
      'The other time that would suit you cannot be booked.',
      `Choose one within the next ${days} days, or leave it out.`,
    ),
  'second-choice-overlaps': () =>
    says(
      'Your second choice overlaps your first one. Nothing was sent.',
      'Choose one that lies apart from it, or leave it out.',
    ),
  'hold-gone': () =>
    says('This time is not kept any more.', 'What you have typed is still here; choose a time again.'),
  'hold-longest': () =>
    says('This time cannot be kept any longer.', 'Send your request, or choose it again later.'),
  'holds-many': () =>
    says(
      'Several times are being kept for your address already.',
      'Give one of them back, or send the form without keeping the time: it is checked again then.',
    ),
  'watchers-many': () =>
    says('Too many people are looking at free times just now.', 'Try again in a minute.'),
  'pages-many': () =>
    says('Too many live pages are open from here.', 'Close some of them, then load this page again.'),
  // A booking.
  'no-booking': () => says('There is no such booking.'),
  'changed-meanwhile': () => says('This booking was changed meanwhile.', 'Look at it again, then decide.'),
  'step-not-allowed': () => says('You cannot do this with the booking. Nothing was changed.'),
  'step-not-confirmed': () =>
    says('This request has not been confirmed yet. Nothing was changed; confirm or decline it first.'),
  'step-confirmed': () =>
    says('This booking has been confirmed meanwhile and stands. It can be cancelled instead.'),
  'step-too-late': () => says('It is too late to change this booking online, and it stands.'),
  'step-too-early': () =>
    says('This appointment has not begun yet. Nothing was changed; note the outcome once it has.'),
  'step-bad-time': () => says('The end must lie after the start. The booking stays where it was.'),
  'step-their-turn': () =>
    says('Nothing has been proposed to you. The studio answers your request. Nothing was changed.'),
  'step-over': ({ state }: { readonly state: EndState }) =>
    says(`${ENDED[state]} Nothing was changed; make a new booking instead.`),
  'not-movable': () =>
    says(
      'This appointment cannot be moved online, and it stands as it is.',
      'Cancel it and book anew, or ask the studio.',
    ),
  'moved-too-often': ({ most }: Most) =>
    says(
      `This appointment was moved ${most} times, and stands where it is.`,
      'Write to the studio if it has to be moved once more.',
    ),
  'moved-too-often-today': ({ most }: Most) =>
    says(
      `This appointment was moved ${most} times within a day, and stands where it is.`,
      'Move it again tomorrow, or write to the studio.',
    ),
  'link-opens-nothing': () =>
    says('This link does not open a booking.', 'Check that it is whole, or write to the studio.'),
  'link-of-artist': () =>
    says('This link is for answering the request. Only the client’s own link does this.'),
  'link-of-client': () => says('This link is the client’s. Only the studio answers a request.'),
  // What somebody has typed.
  'service-gone': () => says('This service is not offered any more.', 'Choose another one.'),
  'nobody-offers': () => says('Nobody here takes bookings for this at the moment.'),
  'one-line-each': () => says('Name, e-mail and telephone are one line each.'),
  'name-length': ({ most }: Most) => says(`A name has 1 to ${most} characters.`),
  'bad-email': () => says('This does not look like an e-mail address.', 'It looks like ana@example.org.'),
  'bad-phone': () => says('This does not look like a telephone number.'),
  'phone-long': () => says('This telephone number is too long.'),
  'note-long': ({ most }: Most) => says(`A message has at most ${most} characters.`),
  'questions-changed': () =>
    says(
      'The questions of this service have changed. Nothing was sent.',
      `${SAFE} Load the page again, and look at the questions once more.`,
    ),
  'answer-missing': ({ question }: { readonly question: string }) =>
    says(`Please answer the question “${question}”. Nothing was sent.`),
  'answer-long': ({ question, most }: Most & { readonly question: string }) =>
    says(`The answer to “${question}” has at most ${most} characters.`),
  'pictures-many': ({ most }: Most) => says(`At most ${most} pictures can be sent. Nothing was sent.`),
  'picture-gone': () =>
    says(
      'One of the pictures is not there any more. Nothing was sent.',
      `${SAFE} Choose the pictures once more.`,
    ),
  'picture-not-a-picture': () =>
    says(
      'This is no picture that can be read here. Nothing was kept.',
      'Send it as JPEG, PNG, WebP or GIF; a telephone makes a JPEG of it when you share it.',
    ),
  'picture-unreadable': () =>
    says(
      'This picture is broken or cut off. Nothing was kept.',
      'Open it once on your own machine, save it again, and send that.',
    ),
  'picture-too-large': () =>
    says('This picture has too many pixels. Nothing was kept.', 'Make it smaller, or send a photo of it.'),
  // An idea.
  'idea-missing': () => says('Please say in a few words what you have in mind.'),
  'idea-line-long': ({ field, most }: Most & { readonly field: IdeaField }) =>
    says(`${FIELDS[field]} has at most ${most} characters.`),
  'no-ideas-taken': () => says('This artist takes no ideas at the moment.', 'Choose another one.'),
  'idea-link-opens-nothing': () =>
    says('This link does not open anything.', 'Use the whole link of the last mail, or write to the studio.'),
  'idea-changed': () => says('This idea was changed meanwhile.', 'Look at it again, then decide.'),
  'idea-not-allowed': () => says('You cannot do this with the idea. Nothing was changed.'),
  'idea-not-answered': () => says('Nobody has answered this idea yet. Nothing was changed.'),
  'idea-answered': () =>
    says('This idea was answered meanwhile. Nothing was changed; offer further times instead.'),
  'idea-booked': () => says('There is an appointment for this already, and it stands. Cancel it first.'),
  'idea-over': ({ state }: { readonly state: IdeaEnd }) => says(`${IDEA_ENDED[state]} Nothing was changed.`),
  'idea-times-lapsed': () =>
    says('These times have lapsed. Nothing was booked.', 'Write to the studio, and they offer others.'),
  'idea-artist-away': () =>
    says(
      'This artist takes no bookings just now. Nothing was booked.',
      'Write to the studio, and they offer others.',
    ),
  // Who asks, and how often.
  'too-often': ({ seconds }: { readonly seconds: number }) =>
    says('Too much was asked from here in a short time.', `${SAFE} Try again in ${waitIn('en', seconds)}.`),
  'too-many-open': () =>
    says(
      'Too many requests are waiting for an answer, or were made in a short time. Nothing was sent.',
      `${SAFE} Wait for an answer, try again later, or write to the studio.`,
    ),
  'filled-by-program': () =>
    says(
      'This looked as if a program had filled it in. Nothing was sent.',
      `${SAFE} Please send it once more.`,
    ),
  'proof-missing': () =>
    says(
      'The proof of work is missing. Nothing was sent.',
      'Solve GET /api/v1/challenge and send the solution as “proof”.',
    ),
  'proof-lapsed': () =>
    says('Your browser’s check has lapsed. Nothing was sent.', `${SAFE} Please send it once more.`),
  'proof-spent': () =>
    says('Your browser’s check was used before. Nothing was sent.', `${SAFE} Please send it once more.`),
  // What happened in the artist's calendar and a person has to look at.
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
  // People of the studio.
  'admins-only': () => says('Only an admin may do this.'),
  'people-only': () => says('Only somebody who signs in has this here.'),
  'no-person': () => says('There is no such person (any more).'),
  'last-admin': () =>
    says(
      'Nobody else could set anything right any more. Nothing was changed.',
      'Make somebody else an admin first.',
    ),
  'not-yourself': () =>
    says('Somebody else has to do this for you. Nothing was changed.', 'Ask another admin.'),
  'still-owns': () =>
    says(
      'Calendars, accounts or an artist’s profile are still theirs. Nothing was changed.',
      'Say who takes them over, or switch the person off instead: then everything stays theirs.',
    ),
  'no-heir': () => says('Whoever takes over has to be somebody else who signs in here. Nothing was changed.'),
  'person-disabled': () => says('This person is switched off. Nothing was changed.', 'Switch them on first.'),
  'email-taken': () => says('Somebody with this e-mail address is here already.'),
  'person-name': ({ most }: Most) => says(`A name is one line of 1 to ${most} characters.`),
  'password-length': ({ least, most }: { readonly least: number; readonly most: number }) =>
    says(`A password has ${least} to ${most} characters.`),
  'wrong-password': () => says('The present password is not right. Nothing was changed.'),
  'link-over': () =>
    says(
      'This link opens nothing (any more).',
      'It opens once, and not for ever. Ask an admin for a new one.',
    ),
};
