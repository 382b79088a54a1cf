import { type Outcome, refused } from '../../outcome.ts';
import { RevisionConflict } from './write-object.ts';

/** Somebody else, or a sync, was quicker: said as a refusal, with nothing changed. */
export async function orRevisionConflict<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error;
    const hint = 'Look at it as it is now, and make your change again.';
    return refused('conflict', 'This event has been changed meanwhile; your change was not made.', hint);
  }
}
