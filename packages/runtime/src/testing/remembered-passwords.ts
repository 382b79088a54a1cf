import type { PasswordHasher } from '@atelier/usecases/context';
import { slowPasswords } from '../sign-in/passwords.ts';

/**
 * The true hashes, each computed once in a process: they are slow by intention, and tests sign the same few people in
 * again and again.
 */
export const rememberedPasswords: PasswordHasher = {
  hash: remembered(slowPasswords.hash),
  verify: remembered(slowPasswords.verify),
};

function remembered<T>(compute: (...texts: string[]) => Promise<T>): (...texts: string[]) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (...texts) => {
    const key = JSON.stringify(texts);
    const found = known.get(key) ?? compute(...texts);
    known.set(key, found);
    return found;
  };
}
