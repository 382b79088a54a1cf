import { parseAllowList } from '@atelier/providers/http/allow-list';
import { createGuardedHttp, type GuardedHttp } from '@atelier/providers/http/guarded-http';
import { systemResolve } from '@atelier/providers/http/guarded-lookup';
import { DEFAULT_HTTP_LIMITS } from '@atelier/providers/http/http-limits';

/** For addresses that strangers name. @param allowPrivateHosts see ATELIER_ALLOW_PRIVATE_HOSTS */
export function openHttp(allowPrivateHosts: string): GuardedHttp {
  return createGuardedHttp({
    allow: parseAllowList(allowPrivateHosts),
    resolve: systemResolve,
    limits: DEFAULT_HTTP_LIMITS,
    monotonicMs: () => performance.now(),
  });
}
