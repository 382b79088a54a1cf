import { done, type Outcome, refusedFor } from '../outcome.ts';
import type { Guard } from './guard.ts';
import type { Origin } from './origin.ts';

export interface Stranger {
  readonly ip: string;
  /** A field that no person sees. */
  readonly website?: string | null | undefined;
  readonly proof?: string | null | undefined;
  readonly proofNeeded: boolean;
}

/**
 * A first look at whoever asks without signing in. A filled trap is refused in words and never dropped in silence: now
 * and then it is a browser that fills in forms by itself, and behind it a person who would wait for an answer.
 * @param guard null where limits are off: everybody is let in, and nothing is counted.
 */
export async function letIn(
  guard: Guard | null,
  { ip, website, proof, proofNeeded }: Stranger,
): Promise<Outcome<Origin | null>> {
  if (guard === null) return done(null);
  if ((website ?? '').trim() !== '') return refusedFor('invalid', 'filled-by-program');
  const checked = proof ? await guard.verify(proof) : null;
  if (!checked && (proofNeeded || proof))
    return refusedFor('invalid', proof ? 'proof-lapsed' : 'proof-missing');
  return done({ hash: guard.originHash(ip), proof: checked });
}
