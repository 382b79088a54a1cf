import { type Outcome, refusedFor } from '../../outcome.ts';
import { BeyondProvider } from './save-fitting.ts';
import { RevisionConflict } from './write-object.ts';

/**
 * What ends the transaction of a write is said as a refusal, with nothing changed: somebody else, or a sync, was
 * quicker; or the provider has no words for it.
 */
export async function orRefused<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RevisionConflict) return refusedFor('conflict', 'event-overtaken');
    if (!(error instanceof BeyondProvider)) throw error;
    const { provider, gap } = error;
    return refusedFor('invalid', 'event-beyond-provider', { provider, gap });
  }
}
