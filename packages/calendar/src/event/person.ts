import { plainText } from '../text/plain-text.ts';
import { type Property, parameter, textOf } from '../text/property.ts';

const MAX_NAME = 200;

/** The calendar address, and the one to write to where that is another (RFC 7986, 6.2). */
export function addressesOf(person: Property): string[] {
  return [textOf(person), parameter(person, 'email')]
    .map((address) => plainAddress(address ?? ''))
    .filter((address) => address !== '');
}

/** One spelling of an address: `mailto:`, case and percent signs are no part of who it is. */
export function plainAddress(address: string): string {
  const plain = address
    .trim()
    .replace(/^mailto:\s*/i, '')
    .toLowerCase();
  return plain.includes('%') ? plain.replaceAll('%40', '@').replaceAll('%2b', '+') : plain;
}

/** The display name, or else the address. */
export function nameOf(person: Property): string {
  const name = parameter(person, 'cn') || (textOf(person) ?? '').replace(/^mailto:/i, '');
  return plainText(name, MAX_NAME);
}
