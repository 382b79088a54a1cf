import type { Guard } from '@atelier/usecases/abuse/guard';
import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';

/**
 * Ten thousand hashes on average: a part of a second on a telephone of some years ago, while a flood of ten thousand requests
 * keeps its sender busy for an hour.
 */
const LARGEST_NUMBER = 20_000;
/** Long enough to fill in the form. */
const LASTS_MS = 20 * 60_000;
const ALGORITHM = 'SHA-256';

type Payload = Exclude<Parameters<typeof verifySolution>[0], string>;

/** Riddles signed with `key`: what was not handed out here is refused, and nothing is remembered until one is spent. */
export function proofOfWork(key: string, clock: () => Date): Pick<Guard, 'challenge' | 'verify'> {
  return {
    async challenge() {
      const expires = new Date(clock().getTime() + LASTS_MS);
      const options = { algorithm: ALGORITHM, hmacKey: key, maxnumber: LARGEST_NUMBER, expires } as const;
      return { maxnumber: LARGEST_NUMBER, ...(await createChallenge(options)) };
    },
    async verify(solution) {
      const payload = payloadOf(solution);
      // The library reads the machine's clock; ours may be a test's.
      if (!payload || !(await verifySolution(payload, key, false))) return null;
      const expiresAt = new Date(Number(extractParams(payload)['expires']) * 1_000);
      return expiresAt > clock() ? { signature: payload.signature, expiresAt } : null;
    },
  };
}

/** What a page sends: base64 of JSON (RFC 4648, RFC 8259). Anything else is no solution. */
function payloadOf(solution: string): Payload | null {
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(solution, 'base64').toString('utf8'));
  } catch {
    return null;
  }
  if (typeof read !== 'object' || read === null) return null;
  const { algorithm, challenge, salt, signature, number } = read as Partial<Record<keyof Payload, unknown>>;
  if (algorithm !== ALGORITHM || !Number.isSafeInteger(number)) return null;
  if (typeof challenge !== 'string' || typeof salt !== 'string' || typeof signature !== 'string') return null;
  return { algorithm, challenge, salt, signature, number: Number(number) };
}
