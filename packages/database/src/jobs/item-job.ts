import type { Attempt } from './job-worker.ts';

/** Work that is done for one item after the other, each by a job of its own (S10). */
export interface ItemJob<Context> {
  /** Ids of what is due by what is stored, the most urgent first: also what no act has made a job for. */
  readonly due: (context: Context) => Promise<readonly string[]>;
  /**
   * Does it for one, where it is due still.
   * @throws why it could not be done; it is tried again later.
   */
  readonly work: (context: Context, id: string, attempt: Attempt) => Promise<void>;
}
