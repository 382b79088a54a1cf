import { type Property, parameter, readProperty } from '../text/property.ts';
import type { EventLines } from './event-lines.ts';
import { addressesOf, nameOf, plainAddress } from './person.ts';

// A mailing list of thousands is shown by its first names.
export const MAX_GUESTS = 50;

/** What an event says of the people in it. */
export interface People {
  /** Display names or addresses, in file order, at most 50. */
  readonly attendees: readonly string[];
  readonly organizer: string | null;
  readonly declined: boolean;
  /** A guest could not be read: nobody knows what they answered. */
  readonly unread: boolean;
}

/**
 * Declined is an event whose owner declined, at whichever of their addresses; where nobody knows the owner, one whose
 * only guest did. What somebody else declined never frees time: a known owner who is not among the guests has declined
 * nothing. The organizer and the rooms are no guests, even where they stand among the attendees.
 */
export function peopleOf(lines: EventLines, owner: readonly string[]): People {
  const organizer = lines.property('ORGANIZER');
  const written = lines.all('ATTENDEE');
  const guests = written
    .slice(0, MAX_GUESTS)
    .flatMap((line) => readProperty(line) ?? [])
    .filter(({ value }) => value !== '');
  const unread = guests.length < Math.min(written.length, MAX_GUESTS);
  return {
    attendees: guests.map(nameOf),
    organizer: organizer && nameOf(organizer),
    declined:
      owner.length > 0 ? ownerDeclined(written, owner) : !unread && soleGuestDeclined(guests, organizer),
    unread,
  };
}

/** The owner may be asked at several addresses; one answer that is no refusal keeps the time. */
function ownerDeclined(written: readonly string[], owner: readonly string[]): boolean {
  const own = new Set(owner.map(plainAddress).filter((address) => address !== ''));
  const answers = written
    // Among thousands only those who may be the owner are read.
    .filter((line) => line.length < MAX_ATTENDEE && mentions(line, own))
    .flatMap((line) => readProperty(line) ?? [])
    .filter((attendee) => addressesOf(attendee).some((address) => own.has(address)));
  return answers.length > 0 && answers.every(hasDeclined);
}

// Longer is no address that anybody has.
const MAX_ATTENDEE = 8_192;

function mentions(line: string, own: ReadonlySet<string>): boolean {
  const text = plainAddress(line);
  for (const address of own) if (text.includes(address)) return true;
  return false;
}

function soleGuestDeclined(attendees: readonly Property[], organizer: Property | null): boolean {
  const hosts = new Set(organizer ? addressesOf(organizer) : []);
  const guests = attendees.filter(
    (attendee) => !addressesOf(attendee).some((address) => hosts.has(address)) && !isPlace(attendee),
  );
  const [sole] = guests;
  return guests.length === 1 && sole !== undefined && hasDeclined(sole);
}

function hasDeclined(attendee: Property): boolean {
  return parameter(attendee, 'partstat')?.trim().toUpperCase() === 'DECLINED';
}

function isPlace(attendee: Property): boolean {
  return /^(ROOM|RESOURCE)$/i.test(parameter(attendee, 'cutype') ?? '');
}
