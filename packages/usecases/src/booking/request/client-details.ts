import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { breaksLine, plainLine, plainText } from '../../plain-text.ts';

export interface ClientDetails {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
}

export interface TypedClient {
  readonly name: string;
  readonly email: string;
  readonly phone?: string | null | undefined;
}

const LONGEST_NAME = 120;
const LONGEST_EMAIL = 254;
const LONGEST_PHONE = 40;
export const LONGEST_NOTE = 4_000;

/**
 * What a client types about themselves, made into single lines or refused with words. A line break in a name or an
 * address would begin a header of its own in a mail, so there is none.
 */
export function readClient({ name, email, phone }: TypedClient): Outcome<ClientDetails> {
  const [clean, address, number] = [plainLine(name), plainLine(email), plainLine(phone ?? '')];
  if ([clean, address, number].some(breaksLine)) return refusedFor('invalid', 'one-line-each');
  if (clean === '' || clean.length > LONGEST_NAME)
    return refusedFor('invalid', 'name-length', { most: LONGEST_NAME });
  if (!/^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/.test(address) || address.length > LONGEST_EMAIL)
    return refusedFor('invalid', 'bad-email');
  if (number !== '' && !/^[+()\d\s./-]{4,}$/.test(number)) return refusedFor('invalid', 'bad-phone');
  if (number.length > LONGEST_PHONE) return refusedFor('invalid', 'phone-long');
  return done({ name: clean, email: address, phone: number === '' ? null : number });
}

/** Free text: line breaks stay, what no keyboard types goes. */
export function readNote(note: string | null | undefined): Outcome<string | null> {
  const text = plainText(note ?? '');
  if (text.length > LONGEST_NOTE) return refusedFor('invalid', 'note-long', { most: LONGEST_NOTE });
  return done(text === '' ? null : text);
}
