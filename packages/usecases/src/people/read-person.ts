import { done, type Outcome, refusedFor } from '../outcome.ts';
import { breaksLine, plainLine } from '../plain-text.ts';

/** Characters. */
const LONGEST_NAME = 200;
export const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 128;

export function readPersonName(typed: string): Outcome<string> {
  const name = plainLine(typed);
  if (name === '' || name.length > LONGEST_NAME || breaksLine(name))
    return refusedFor('invalid', 'person-name', { most: LONGEST_NAME });
  return done(name);
}

/** As people sign in with it. */
export function readPersonEmail(typed: string): Outcome<string> {
  const email = typed.trim().toLowerCase();
  if (!/^[^\s@\p{C}]+@[^\s@\p{C}]+$/u.test(email) || email.length > 254)
    return refusedFor('invalid', 'bad-email');
  return done(email);
}

export function readNewPassword(password: string): Outcome<string> {
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD)
    return refusedFor('invalid', 'password-length', { least: SHORTEST_PASSWORD, most: LONGEST_PASSWORD });
  return done(password);
}
