import { parseAllowList } from '@atelier/providers/http/allow-list';
import type { GuardedHttp } from '@atelier/providers/http/guarded-http';
import { systemResolve } from '@atelier/providers/http/guarded-lookup';
import { DEFAULT_HTTP_LIMITS } from '@atelier/providers/http/http-limits';

/** For addresses that strangers name; loaded with the first request. @param allowPrivateHosts see ATELIER_ALLOW_PRIVATE_HOSTS */
export function openHttp(allowPrivateHosts: string): GuardedHttp {
  let opened: Promise<GuardedHttp> | null = null;
  return {
    async send(request) {
      opened ??= load(allowPrivateHosts);
      return (await opened).send(request);
    },
    close: async () => (await opened)?.close(),
  };
}

async function load(allowPrivateHosts: string): Promise<GuardedHttp> {
  const { createGuardedHttp } = await import('@atelier/providers/http/guarded-http');
  return createGuardedHttp({
    allow: parseAllowList(allowPrivateHosts),
    resolve: systemResolve,
    limits: DEFAULT_HTTP_LIMITS,
    monotonicMs: () => performance.now(),
  });
}
