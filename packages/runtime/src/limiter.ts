import type { Database } from '@atelier/database/database';
import type { Guard } from '@atelier/usecases/abuse/guard';
import type { Limited, Limiter } from '@atelier/usecases/abuse/limiter';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

const MINUTE = 60;
const HOUR = 3_600;

/** So many, in so many seconds. A household, or all of a café, may be one address. */
const LIMITS: Readonly<Record<Limited, readonly [points: number, seconds: number]>> = {
  read: [300, MINUTE],
  check: [60, MINUTE],
  write: [60, MINUTE],
  hold: [30, MINUTE],
  upload: [60, HOUR],
  submit: [30, HOUR],
  admin: [600, MINUTE],
};

/** Counts in the table `limit_count`; addresses are kept as keyed hashes only. Throws when the database does not answer. */
export function createLimiter({ pool }: Pick<Database, 'pool'>, guard: Pick<Guard, 'originHash'>): Limiter {
  const limiters = Object.entries(LIMITS).map(([what, [points, duration]]) => {
    const options = { storeClient: pool, storeType: 'pool', tableName: 'limit_count', tableCreated: true };
    // One of them is enough to tidy the table for all.
    const clearExpiredByTimeout = what === 'read';
    return [
      what,
      new RateLimiterPostgres({ ...options, keyPrefix: what, points, duration, clearExpiredByTimeout }),
    ] as const;
  });
  const byName = Object.fromEntries(limiters) as Record<Limited, RateLimiterPostgres>;
  return {
    async take(what, ip) {
      const [limit] = LIMITS[what];
      const { allowed, counted } = await consume(byName[what], guard.originHash(ip).toString('base64url'));
      return {
        allowed,
        limit,
        used: counted.consumedPoints,
        resetSeconds: Math.max(1, Math.ceil(counted.msBeforeNext / 1_000)),
      };
    },
  };
}

/** The library rejects with the count when there is no more room, and with an error when it could not count. */
async function consume(limiter: RateLimiterPostgres, key: string) {
  try {
    return { allowed: true, counted: await limiter.consume(key) };
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return { allowed: false, counted: reason };
    throw reason;
  }
}
