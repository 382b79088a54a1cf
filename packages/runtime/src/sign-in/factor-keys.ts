import { createHash } from 'node:crypto';
import type { FactorKeys } from '@atelier/usecases/people/sign-in/factor-keys';
import type { Config } from '../config/config.ts';
import { sessionSecret } from '../secret-box.ts';

/** What the library computes with is loaded when a factor is first made or looked at. */
const otp = () => import('@better-auth/utils/otp');
const crypto = () => import('better-auth/crypto');

const RECOVERY_CODES = 10;
/** Nothing that is mistaken for something else on paper: 31 letters, so that ten of them are 49 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const HALF = 5;

/** The library's key for each secret of the operator, the current one first; a text says which one it was. */
export function libraryKeys(
  secrets: Config['secrets'],
): { readonly version: number; readonly value: string }[] {
  return secrets.map((secret) => {
    const value = sessionSecret(secret);
    const version = Number.parseInt(createHash('sha256').update(value).digest('hex').slice(0, 8), 16);
    return { version, value };
  });
}

export function createFactorKeys(secrets: Config['secrets'], random: (below: number) => number): FactorKeys {
  const versions = libraryKeys(secrets);
  const currentVersion = versions[0]?.version ?? 0;
  const key = { keys: new Map(versions.map(({ version, value }) => [version, value])), currentVersion };
  const seal = async (data: string) => (await crypto()).symmetricEncrypt({ key, data });
  const open = async (data: string) => (await crypto()).symmetricDecrypt({ key, data });
  const letter = () => LETTERS[random(LETTERS.length)] ?? '';
  const word = () => Array.from({ length: HALF }, letter).join('');
  async function makeCodes() {
    const recoveryCodes = Array.from({ length: RECOVERY_CODES }, () => `${word()}-${word()}`);
    return { recoveryCodes, backupCodes: await seal(JSON.stringify(recoveryCodes)) };
  }
  return {
    makeCodes,
    async make(issuer, email) {
      const [{ generateRandomString }, { createOTP }] = await Promise.all([crypto(), otp()]);
      const plain = generateRandomString(32);
      const { recoveryCodes, backupCodes } = await makeCodes();
      const sealed = { secret: await seal(plain), backupCodes };
      return { uri: createOTP(plain).url(issuer, email), recoveryCodes, sealed };
    },
    matches: async (secret, code) => (await otp()).createOTP(await open(secret)).verify(code),
    async reseal({ secret, backupCodes }) {
      const current = `$ba$${currentVersion}$`;
      if (secret.startsWith(current) && backupCodes.startsWith(current)) return null;
      return { secret: await seal(await open(secret)), backupCodes: await seal(await open(backupCodes)) };
    },
  };
}

/** As a person types it, from paper or out of a message. */
export function readRecoveryCode(typed: string): string {
  const letters = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return `${letters.slice(0, HALF)}-${letters.slice(HALF)}`;
}
