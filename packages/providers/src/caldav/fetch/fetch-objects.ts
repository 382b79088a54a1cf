import type { CalendarSession } from '../collection/calendar-session.ts';
import { nextBatchSize } from './batch-size.ts';
import { fetchBatch } from './fetch-batch.ts';
import type { Member } from './member-event.ts';
import type { Fetched } from './multiget.ts';

export interface FetchedBatch extends Fetched {
  readonly last: boolean;
}

/**
 * Bodies of many objects, a few multigets at a time, batch by batch in the order they are done. At most
 * `limits.parallel` batches are under way or waiting to be taken. Throws ProviderFailure; the other
 * requests are then called off.
 */
export async function* fetchObjects(
  session: CalendarSession,
  members: readonly Member[],
  doubted: ReadonlySet<string>,
): AsyncGenerator<FetchedBatch> {
  const { limits } = session;
  const abort = new AbortController();
  const underWay = new Map<number, Promise<{ id: number; fetched: Fetched }>>();
  let size = limits.firstBatch;
  let next = 0;

  const begin = async (id: number, batch: readonly Member[]): Promise<{ id: number; fetched: Fetched }> => {
    const begun = session.monotonicMs();
    const fetched = await fetchBatch(session, batch, doubted, abort.signal);
    const length = fetched.changed.reduce((sum, { body }) => sum + body.length, 0);
    const last = { size: batch.length, elapsedMs: session.monotonicMs() - begun, length };
    size = nextBatchSize(size, last, limits.largestBatch);
    return { id, fetched };
  };

  try {
    while (next < members.length || underWay.size > 0) {
      while (next < members.length && underWay.size < limits.parallel) {
        const batch = members.slice(next, next + size);
        underWay.set(next, begin(next, batch));
        next += batch.length;
      }
      const { id, fetched } = await Promise.race(underWay.values());
      underWay.delete(id);
      yield { ...fetched, last: next >= members.length && underWay.size === 0 };
    }
  } finally {
    abort.abort();
    await Promise.allSettled(underWay.values());
  }
}
