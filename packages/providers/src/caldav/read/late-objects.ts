import type { UnreadableObject } from '../../port/changes.ts';
import type { CalendarSession } from '../collection/calendar-session.ts';
import type { FetchedBatch } from '../fetch/fetch-objects.ts';
import type { Lagging } from './cursor.ts';

/** Sorts out, over the batches of one run, what is gone from what iCloud only does not show yet. */
export interface LateObjects {
  take(batch: FetchedBatch): FetchedBatch;
  /** For the cursor: what the next runs are to ask for again. */
  readonly lagging: Lagging;
}

/** Then the daily comparison of everything is soon enough. */
const MOST_RUNS = 5;
const MOST_KEPT = 200;
const LATE = 'The server lists it and does not hand it out yet.';

/**
 * To iCloud, 404 is no word on what a list or a report has just named: it may be there a second later, and some objects
 * stay so for ever. Only what is `claimed` to be gone, by a report or by its absence from a list, can be gone.
 */
export function lateObjects(
  { dialect }: CalendarSession,
  claimed: ReadonlySet<string>,
  before: Lagging = new Map(),
): LateObjects {
  const lagging = new Map<string, number>();
  return {
    lagging,
    take(batch) {
      if (dialect !== 'icloud') return batch;
      const late = batch.gone.filter((href) => !claimed.has(href));
      for (const href of late) {
        const runs = (before.get(href) ?? 0) + 1;
        if (runs < MOST_RUNS && lagging.size < MOST_KEPT) lagging.set(href, runs);
      }
      const gone = batch.gone.filter((href) => claimed.has(href));
      return { ...batch, gone, unreadable: [...batch.unreadable, ...late.map(unreadable)] };
    },
  };
}

const unreadable = (href: string): UnreadableObject => ({ href, etag: null, reason: LATE });
