import type { RunError } from '../run-report.ts';

/** What one look at a feed came to. */
export interface FeedRun {
  readonly feedId: string;
  readonly title: string;
  readonly added: number;
  /** Known before, and edited since. */
  readonly updated: number;
  readonly unchanged: number;
  /** Of its document, where it sent one. */
  readonly bytesIn: number;
  readonly ms: number;
  readonly error?: RunError;
}
