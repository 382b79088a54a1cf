import { dueWrites, type PendingWrite } from '@atelier/database/object/outbox-store';
import { LeaseLost } from '@atelier/database/source/source-lease';
import pLimit from 'p-limit';
import type { EngineServices } from '../engine-services.ts';
import { classifyFailure } from '../failure.ts';
import type { Pushed, PushRequest } from './push-request.ts';
import { pushWrite } from './push-write.ts';
import { setAside } from './set-aside.ts';

/** What pushing did to a calendar. */
export interface PushDone extends PushCounts {
  /** Hrefs of what was handed over, to be known again in what the provider tells next. */
  readonly written: ReadonlySet<string>;
}

export interface PushCounts {
  readonly created: number;
  readonly updated: number;
  readonly removed: number;
  readonly conflicts: number;
}

const BATCH = 30;
/** So many in a row that the server fails, and it is left in peace for this time. */
const MOST_FAILURES = 3;

/**
 * Brings what waits to the provider, oldest first. One that is refused steps aside with its reason and the rest goes
 * on (S10); what failed at the account as a whole is thrown.
 * @throws ProviderFailure for failures of the account, LeaseLost when another runner took over.
 */
export async function push(
  services: EngineServices,
  asked: Omit<PushRequest, 'conflicted' | 'wrote'>,
): Promise<PushDone> {
  const counts = { created: 0, updated: 0, removed: 0, conflicts: 0 };
  const written = new Set<string>();
  const tried: string[] = [];
  // Those under way at once are of different objects.
  const limit = pLimit(services.atATime.writes);
  let failures = 0;
  const request = {
    ...asked,
    conflicted: () => {
      counts.conflicts += 1;
    },
    wrote: (href: string) => {
      written.add(href);
    },
  };
  const tell = (pushed: Pushed) => {
    if (pushed !== 'adopted' && pushed !== 'postponed') counts[pushed] += 1;
  };
  const one = (write: PendingWrite) =>
    limit(async () => {
      if (failures >= MOST_FAILURES) return;
      try {
        tell(await pushWrite(services, request, write));
        failures = 0;
      } catch (error) {
        const failure = classifyFailure(error);
        if (error instanceof LeaseLost || failure.rule.scope === 'account') throw error;
        failures += 1;
        if (failure.kind === 'internal') services.report(error, { outbox: write.id });
        await setAside(services, request, write, failure);
      }
    });
  while (failures < MOST_FAILURES) {
    const due = await dueWrites(services.database, request.calendar.id, {
      now: services.clock(),
      anyTime: request.anyTime,
      except: tried,
      limit: BATCH,
    });
    if (due.length === 0) break;
    tried.push(...due.map(({ id }) => id));
    await all(due.map(one));
  }
  return { ...counts, written };
}

/** Waits for every one, also when one fails: nothing goes on behind the caller's back. */
async function all(works: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(works);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
