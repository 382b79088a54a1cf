import { randomUUID } from 'node:crypto';
import { createCalDavGateway } from '@atelier/providers/caldav/caldav-gateway';
import { createGoogleGateway } from '@atelier/providers/google/google-gateway';
import { createGraphGateway } from '@atelier/providers/graph/graph-gateway';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import { createIcsGateway } from '@atelier/providers/ics/ics-gateway';
import { factsOf, type Protocol } from '@atelier/providers/kinds';
import type { ProviderGateway, ProviderGateways } from '@atelier/providers/port/gateway';
import type { Registrations } from './config/registrations.ts';

/** One gateway a protocol, each shared by all accounts that speak it. */
export function openGateways(
  allowPrivateHosts: string,
  { graphApi, googleApi }: Pick<Registrations, 'graphApi' | 'googleApi'>,
): ProviderGateways & AsyncDisposable {
  const outside = {
    allow: parseAllowList(allowPrivateHosts),
    now: () => Temporal.Now.instant(),
    monotonicMs: () => performance.now(),
  };
  const caldav = createCalDavGateway(outside);
  const ics = createIcsGateway(outside);
  const graph = createGraphGateway({ ...outside, base: graphApi, newId: randomUUID });
  const google = createGoogleGateway({ ...outside, base: googleApi });
  const byProtocol: Readonly<Record<Protocol, ProviderGateway>> = { caldav, google, graph, ics };
  return {
    of: (kind) => byProtocol[factsOf(kind).protocol],
    async [Symbol.asyncDispose]() {
      await Promise.all([caldav.close(), google.close(), graph.close(), ics[Symbol.asyncDispose]()]);
    },
  };
}
