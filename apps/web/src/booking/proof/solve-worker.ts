import { solveChallenge } from 'altcha-lib/v1';
import { sha256 } from './sha256.ts';

interface Riddle {
  readonly algorithm: string;
  readonly challenge: string;
  readonly salt: string;
  readonly maxnumber: number;
}

/** Beside the page, so that typing stays smooth while it counts. */
self.onmessage = async ({ data }: MessageEvent<Riddle>) => {
  self.postMessage(await solve(data));
};

async function solve({ algorithm, challenge, salt, maxnumber }: Riddle): Promise<number | null> {
  if (globalThis.crypto.subtle as SubtleCrypto | undefined) {
    const solution = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
    return solution?.number ?? null;
  }
  for (let number = 0; number <= maxnumber; number++)
    if (sha256(`${salt}${number}`) === challenge) return number;
  return null;
}
