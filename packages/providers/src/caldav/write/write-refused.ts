import type { WriteRefused } from '../../port/writes.ts';
import { caldav, dav } from '../wire/dav-element.ts';
import { NEED_PRIVILEGES } from '../wire/error-body.ts';
import type { WriteAnswer } from '../wire/write-answer.ts';

const TOO_LARGE: WriteRefused = {
  outcome: 'refused',
  reason: 'too-large',
  message: 'The calendar server takes no event of this size.',
  hint: 'Shorten the description or take out attachments; your text is kept here meanwhile.',
};
export const READ_ONLY: WriteRefused = {
  outcome: 'refused',
  reason: 'read-only',
  message: 'The calendar server does not let this account write into this calendar.',
  hint: 'Ask its owner for the right to write, or move the event to another calendar; your text is kept here.',
};
const LOCKED: WriteRefused = {
  outcome: 'refused',
  reason: 'locked',
  message: 'Somebody else is writing to this event at the calendar server.',
  hint: 'It is tried again by itself.',
};
/** For a 404 to a write at a place that is there and open to this account. */
export const CONTRADICTION: WriteRefused = {
  ...LOCKED,
  message: 'The calendar server does not find this event when it is to be written, yet shows its place.',
};
const NO_ROOM: WriteRefused = {
  outcome: 'refused',
  reason: 'no-room',
  message: 'There is no room left at the calendar server.',
  hint: 'Free some space or ask whoever runs the server; it is tried again by itself.',
};

/** What a server says that it dislikes about an event (RFC 4791 5.3.2.1), in words. */
const REASONS: ReadonlyMap<string, string> = new Map([
  [caldav('valid-calendar-data'), 'it does not understand it'],
  [caldav('supported-calendar-data'), 'it does not take its format'],
  [caldav('valid-calendar-object-resource'), 'it holds something that does not belong into one event'],
  [caldav('supported-calendar-component'), 'this calendar does not take events of this kind'],
  [caldav('no-uid-conflict'), 'another event of this calendar has the same UID'],
  [caldav('min-date-time'), 'it lies too far in the past'],
  [caldav('max-date-time'), 'it lies too far in the future'],
  [caldav('max-instances'), 'it is repeated too often'],
  [caldav('max-attendees-per-instance'), 'it has too many guests'],
  [caldav('calendar-collection-location-ok'), 'it must not lie there'],
]);

const OF_THE_EVENT: ReadonlySet<number> = new Set([400, 403, 405, 409, 412, 415, 422]);

/** A refusal of this one event, or null when the answer speaks of something else. */
export function writeRefused({ status, error }: WriteAnswer): WriteRefused | null {
  const { preconditions, message } = error;
  const reason = [...preconditions].map((name) => REASONS.get(name)).find((text) => text !== undefined);
  if (preconditions.has(caldav('max-resource-size')) || status === 413) return TOO_LARGE;
  if (status === 423 || preconditions.has(dav('lock-token-submitted'))) return LOCKED;
  if (status === 507 || preconditions.has(dav('quota-not-exceeded'))) return NO_ROOM;
  if (preconditions.has(NEED_PRIVILEGES)) return READ_ONLY;
  if (reason === undefined && !OF_THE_EVENT.has(status)) return null;
  return invalid(reason ?? (message === null ? `error ${status}` : `“${message}”`));
}

function invalid(why: string): WriteRefused {
  return {
    outcome: 'refused',
    reason: 'invalid',
    message: `The calendar server refuses this event: ${why}.`,
    hint: 'Your version is kept here. Change it and save it again, or give the change up.',
  };
}
