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
  const byProtocol: Readonly<Partial<Record<Protocol, ProviderGateway>>> = { caldav };
  return {
    of(kind) {
      const gateway = byProtocol[factsOf(kind).protocol];
      if (!gateway) throw new Error(`nothing here speaks with accounts of the kind ${kind}`);
      return gateway;
    },
    [Symbol.asyncDispose]: () => caldav.close(),
  };
}
