import { createCalDavGateway } from '@atelier/providers/caldav/caldav-gateway';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import { factsOf, type Protocol } from '@atelier/providers/kinds';
import type { ProviderGateway, ProviderGateways } from '@atelier/providers/port/gateway';

/** One gateway a protocol, each shared by all accounts that speak it. */
export function openGateways(allowPrivateHosts: string): ProviderGateways & AsyncDisposable {
  const caldav = createCalDavGateway({
    allow: parseAllowList(allowPrivateHosts),
    now: () => Temporal.Now.instant(),
    monotonicMs: () => performance.now(),
  });
  const byProtocol: Readonly<Record<Protocol, ProviderGateway>> = { caldav };
  return {
    of: (kind) => byProtocol[factsOf(kind).protocol],
    [Symbol.asyncDispose]: () => caldav.close(),
  };
}
