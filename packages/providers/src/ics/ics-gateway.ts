import type { AllowList } from '../http/allow-list.ts';
import { startDeadline } from '../http/deadline.ts';
import { createGuardedHttp, type GuardedHttp } from '../http/guarded-http.ts';
import { type Resolve, systemResolve } from '../http/guarded-lookup.ts';
import { DEFAULT_HTTP_LIMITS, type HttpLimits } from '../http/http-limits.ts';
import type { AccountAccess } from '../port/account.ts';
import { ProviderFailure } from '../port/failure.ts';
import type { AccountTest, ProviderGateway, StepName } from '../port/gateway.ts';
import { createStepLog, type StepLog } from '../port/test-steps.ts';
import {
  type FeedAddress,
  feedId,
  feedSecret,
  maskedAddress,
  storedFeed,
  typedFeed,
} from './feed-address.ts';
import { feedCalendar, keptOf } from './feed-calendar.ts';
import { createFeedProvider } from './feed-provider.ts';
import { fetchFeed } from './fetch-feed.ts';

export interface IcsGatewayOptions {
  readonly allow: AllowList;
  /** For Retry-After dates. */
  readonly now: () => Temporal.Instant;
  /** Milliseconds on a clock that never goes back, for pace. */
  readonly monotonicMs: () => number;
  readonly resolve?: Resolve;
  readonly http?: Partial<HttpLimits>;
}

const LONGEST_MS = 120_000;

/** Every `.ics` address of an installation. Close it when done. */
export function createIcsGateway(options: IcsGatewayOptions): ProviderGateway & AsyncDisposable {
  const { allow, now, monotonicMs, resolve = systemResolve } = options;
  const limits = { ...DEFAULT_HTTP_LIMITS, ...options.http };
  const http = createGuardedHttp({ allow, resolve, limits, monotonicMs });
  return {
    test: (access) => testFeed(http, access, now),
    open: (credential) =>
      createFeedProvider({ http, now, feed: storedFeed(credential), meter: { requests: 0, bytesIn: 0 } }),
    [Symbol.asyncDispose]: () => http.close(),
  };
}

async function testFeed(
  http: GuardedHttp,
  access: AccountAccess,
  now: () => Temporal.Instant,
): Promise<AccountTest> {
  const log = createStepLog();
  let at: StepName = 'address';
  using deadline = startDeadline(LONGEST_MS);
  try {
    const feed = typedFeed(access);
    log.ok('address', `The address is at ${feed.url.host}.`);
    at = 'reach';
    const meter = { requests: 0, bytesIn: 0 };
    const read = await fetchFeed({ http, feed, now, meter, signal: deadline.signal }, null);
    if (read === null) throw new ProviderFailure('malformed', 'The server sends no calendar.', '');
    const { hostname } = feed.url;
    const calendar = feedCalendar(keptOf(read), hostname);
    reportFeed(log, calendar.name, read.objects.length);
    return {
      ok: true,
      steps: log.steps,
      account: accountOf(feed, calendar.name === hostname ? hostname : `${calendar.name} (${hostname})`),
      addresses: [],
      calendars: [calendar],
    };
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    log.fail(error.kind === 'credentials' ? 'sign-in' : at, error);
    return { ok: false, steps: log.steps, failure: error };
  }
}

function accountOf(feed: FeedAddress, name: string) {
  const keep = { address: maskedAddress(feed), credential: feedSecret(feed) };
  return { id: feedId(feed), name, reach: {}, keep };
}

function reportFeed(log: StepLog, name: string, objects: number): void {
  log.ok('reach', 'A calendar is there.');
  log.ok('calendars', `“${name}” with ${objects} ${objects === 1 ? 'event' : 'events'}.`);
  log.warn(
    'changes',
    'It is read as a whole, every quarter of an hour at most, and nothing can be written to it.',
    'Publishers often renew such a calendar only after hours: it should not be all that guards against double bookings.',
  );
}
