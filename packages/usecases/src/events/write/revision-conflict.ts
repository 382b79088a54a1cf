import { type Outcome, refusedFor } from '../../outcome.ts';
import { RevisionConflict } from './write-object.ts';

/** Somebody else, or a sync, was quicker: said as a refusal, with nothing changed. */
export async function orRevisionConflict<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error;
    return refusedFor('conflict', 'event-overtaken');
  }
}
