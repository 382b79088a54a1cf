import type { Database } from '@atelier/database/database';
import type { Guard } from '@atelier/usecases/abuse/guard';
import type { Limited, LimitedByAddress, Limiter } from '@atelier/usecases/abuse/limiter';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';

const MINUTE = 60;
const HOUR = 3_600;

type Bounds = readonly [points: number, seconds: number];

/** So many, in so many seconds. A household, or all of a café, may be one address. */
const OF_ADDRESSES: Readonly<Record<LimitedByAddress, Bounds>> = {
  read: [300, MINUTE],
  check: [60, MINUTE],
  write: [60, MINUTE],
  hold: [30, MINUTE],
  upload: [60, HOUR],
  submit: [30, HOUR],
  signIn: [8, MINUTE],
  admin: [600, MINUTE],
};

/** More than anybody's pages ask, with twenty of them open; far less than what makes others wait. */
const OF_PEOPLE: Bounds = [3_000, MINUTE];

/** One private address of a calendar: a dozen devices that look every five minutes, and somebody who cannot wait. */
const OF_FEEDS: Bounds = [180, HOUR];

/**
 * Counts in the table `limit_count`; addresses are kept as keyed hashes only. What is over its limit is refused from
 * memory until its window ends, so that asking on and on costs the database nothing. Throws when that does not answer.
 * @param pool of its own: however much is counted, nobody else waits for a connection.
 */
export function createLimiter(pool: Database['pool'], guard: Pick<Guard, 'originHash'>): Limiter {
  const limiters = new Map<Limited, RateLimiterAbstract>([
    ['person', inMemory('person', OF_PEOPLE)],
    ['feed', inMemory('feed', OF_FEEDS)],
  ]);
  for (const [what, bounds] of Object.entries(OF_ADDRESSES) as [LimitedByAddress, Bounds][])
    limiters.set(what, inDatabase(pool, what, bounds));
  return {
    async take(what, who, points = 1) {
      const limiter = limiters.get(what);
      if (!limiter) throw new Error(`nothing counts “${what}”`);
      const key = what === 'person' || what === 'feed' ? who : guard.originHash(who).toString('base64url');
      const { allowed, counted } = await consume(limiter, key, points);
      return {
        allowed,
        limit: limiter.points,
        // One that was refused from memory was not counted any more.
        used: allowed ? counted.consumedPoints : Math.max(counted.consumedPoints, limiter.points + points),
        resetSeconds: Math.max(1, Math.ceil(counted.msBeforeNext / 1_000)),
      };
    },
  };
}

function inMemory(keyPrefix: string, [points, duration]: Bounds): RateLimiterMemory {
  return new RateLimiterMemory({ keyPrefix, points, duration });
}

function inDatabase(
  storeClient: Database['pool'],
  what: LimitedByAddress,
  [points, duration]: Bounds,
): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient,
    storeType: 'pool',
    tableName: 'limit_count',
    tableCreated: true,
    keyPrefix: what,
    points,
    duration,
    inMemoryBlockOnConsumed: points,
    // One of them is enough to tidy the table for all.
    clearExpiredByTimeout: what === 'read',
  });
}

/** The library rejects with the count when there is no more room, and with an error when it could not count. */
async function consume(limiter: RateLimiterAbstract, key: string, points: number) {
  try {
    return { allowed: true, counted: await limiter.consume(key, points) };
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return { allowed: false, counted: reason };
    throw reason;
  }
}
