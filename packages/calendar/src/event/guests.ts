import { plainText } from '../text/plain-text.ts';
import { type Property, parameter, readProperty, textOf } from '../text/property.ts';
import type { EventLines } from './event-lines.ts';

// A mailing list of thousands is shown by its first names, and its answers are not read.
export const MAX_GUESTS = 50;
const MAX_NAME = 200;

/** What an event says of the people in it. */
export interface People {
  /** Display names or addresses, in file order, at most 50. */
  readonly attendees: readonly string[];
  readonly organizer: string | null;
  readonly declined: boolean;
}

/**
 * Declined is an event whose owner declined; where nobody knows the owner, one whose only guest did. The
 * organizer and the rooms are no guests, even where they stand among the attendees.
 */
export function peopleOf(lines: EventLines, owner: readonly string[]): People {
  const organizer = lines.property('ORGANIZER');
  const guests = lines
    .all('ATTENDEE')
    .slice(0, MAX_GUESTS)
    .flatMap((line) => readProperty(line) ?? []);
  return {
    attendees: guests.map(nameOf),
    organizer: organizer && nameOf(organizer),
    declined: isDeclined(guests, organizer, owner),
  };
}

function isDeclined(
  attendees: readonly Property[],
  organizer: Property | null,
  owner: readonly string[],
): boolean {
  const own = new Set(owner.map((address) => address.toLowerCase()));
  const self = attendees.find((attendee) => own.has(addressOf(attendee)));
  if (self) return hasDeclined(self);
  const host = organizer && addressOf(organizer);
  const guests = attendees.filter((attendee) => addressOf(attendee) !== host && !isPlace(attendee));
  const [sole] = guests;
  return guests.length === 1 && sole !== undefined && hasDeclined(sole);
}

function hasDeclined(attendee: Property): boolean {
  return parameter(attendee, 'partstat')?.toUpperCase() === 'DECLINED';
}

function isPlace(attendee: Property): boolean {
  return /^(ROOM|RESOURCE)$/i.test(parameter(attendee, 'cutype') ?? '');
}

function addressOf(person: Property): string {
  return (textOf(person) ?? '').replace(/^mailto:/i, '').toLowerCase();
}

function nameOf(person: Property): string {
  const name = parameter(person, 'cn') || (textOf(person) ?? '').replace(/^mailto:/i, '');
  return plainText(name, MAX_NAME);
}
