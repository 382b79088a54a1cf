import type { PasswordHasher } from '@atelier/usecases/context';

/** Slow by intention: a tenth of a second each (scrypt). What computes them is loaded with the first. */
export const slowPasswords: PasswordHasher = {
  hash: async (password) => (await library()).hashPassword(password),
  verify: async (hash, password) => (await library()).verifyPassword({ hash, password }),
};

const library = () => import('better-auth/crypto');
