import type { AllowList } from '../http/allow-list.ts';
import { createGuardedHttp } from '../http/guarded-http.ts';
import { type Resolve, systemResolve } from '../http/guarded-lookup.ts';
import { DEFAULT_HTTP_LIMITS, type HttpLimits } from '../http/http-limits.ts';
import { passwordOf } from '../port/account.ts';
import type { ProviderGateway } from '../port/gateway.ts';
import { createCalDavProvider } from './caldav-provider.ts';
import { SYNC_LIMITS, type SyncLimits } from './collection/calendar-session.ts';
import { type ServiceRecords, systemRecords } from './discover/service-records.ts';
import { testAccount } from './discover/test-account.ts';
import { nextcloudLogin } from './nextcloud-login.ts';
import { davHints } from './push/dav-hints.ts';
import { createDavClient } from './wire/dav-client.ts';

export interface CalDavGatewayOptions {
  /** Private addresses that the operator lets through; see parseAllowList. */
  readonly allow: AllowList;
  /** For Retry-After dates. */
  readonly now: () => Temporal.Instant;
  /** Milliseconds on a clock that never goes back, for pace and batch sizes. */
  readonly monotonicMs: () => number;
  readonly resolve?: Resolve;
  /** Asks the DNS for calendars that a domain announces. */
  readonly records?: ServiceRecords;
  readonly http?: Partial<HttpLimits>;
  readonly sync?: Partial<SyncLimits>;
}

/** Every CalDAV account of an installation: they share connections and the budget of each host. Close it when done. */
export interface CalDavGateway extends ProviderGateway, AsyncDisposable {
  close(): Promise<void>;
}

export function createCalDavGateway(options: CalDavGatewayOptions): CalDavGateway {
  const { allow, now, monotonicMs, resolve = systemResolve, records = systemRecords() } = options;
  const limits = { ...DEFAULT_HTTP_LIMITS, ...options.http };
  const http = createGuardedHttp({ allow, resolve, limits, monotonicMs });
  const sync = { ...SYNC_LIMITS, ...options.sync };
  return {
    hints: davHints({ http, now }),
    loginFlow: nextcloudLogin({ http, now }),
    test: (access) => testAccount(http, access, now, records),
    open: (credential, reach) =>
      createCalDavProvider(createDavClient(http, passwordOf(credential), now), reach, sync, monotonicMs),
    close: () => http.close(),
    [Symbol.asyncDispose]: () => http.close(),
  };
}
