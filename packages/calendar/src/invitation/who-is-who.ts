import { plainAddress } from '../event/person.ts';
import type { InvitedPerson, Organizer } from './invitation.ts';

/** Whether one of these addresses is one of those. */
export function isAmong(addresses: readonly string[], others: readonly string[]): boolean {
  const known = new Set(others.map(plainAddress));
  return addresses.some((address) => known.has(plainAddress(address)));
}

/**
 * Who of the guests somebody is: by the first of their addresses that is on the list as it is written, else by one that
 * arrives in the same mailbox (`ann+tag@`).
 * @returns null where they are not on the list: it was sent on to them, or to a list that they are on.
 */
export function guestAmong<Guest extends InvitedPerson>(
  guests: readonly Guest[],
  own: readonly string[],
): Guest | null {
  for (const sameAs of [plainAddress, untagged])
    for (const address of own.map(sameAs)) {
      const guest = guests.find(({ addresses }) => addresses.some((one) => sameAs(one) === address));
      if (guest) return guest;
    }
  return null;
}

/** Answers go to whoever writes for the organizer (RFC 5545, 3.2.18), else to the organizer. */
export function answersGoTo({ sentBy, addresses }: Organizer): string {
  return sentBy ?? addresses.at(-1) ?? '';
}

export function addressesOfOrganizer({ sentBy, addresses }: Organizer): readonly string[] {
  return sentBy === null ? addresses : [...addresses, sentBy];
}

function untagged(address: string): string {
  return plainAddress(address).replace(/\+[^@]*(?=@)/, '');
}
