import { randomUUID } from 'node:crypto';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import { factsOf, type Protocol } from '@atelier/providers/kinds';
import type { Finding } from '@atelier/providers/port/account-finder';
import type { ProviderGateway, ProviderGateways } from '@atelier/providers/port/gateway';
import type { Registrations } from './config/registrations.ts';
import { lookingUp } from './push/looking-up.ts';

type OpenGateway = ProviderGateway & AsyncDisposable;

/** What every gateway to the outside is given: whom it may reach, and clocks. */
export function outside(allowPrivateHosts: string) {
  return {
    allow: parseAllowList(allowPrivateHosts),
    now: () => Temporal.Now.instant(),
    monotonicMs: () => performance.now(),
  };
}

/** One gateway a protocol, each shared by all accounts that speak it. */
export function openGateways(
  allowPrivateHosts: string,
  registrations: Pick<Registrations, 'graphApi' | 'googleApi'>,
): ProviderGateways & AsyncDisposable {
  const load = loaders(allowPrivateHosts, registrations);
  const loaded = new Map<Protocol, Promise<OpenGateway>>();
  return {
    finder: { find: (typed) => findAt(allowPrivateHosts, typed) },
    of(kind) {
      const { protocol } = factsOf(kind);
      const gateway = loaded.get(protocol) ?? load[protocol]();
      loaded.set(protocol, gateway);
      return gateway;
    },
    async [Symbol.asyncDispose]() {
      const gateways = await Promise.all(loaded.values());
      await Promise.all(gateways.map((gateway) => gateway[Symbol.asyncDispose]()));
    },
  };
}

async function findAt(allowPrivateHosts: string, typed: string): Promise<Finding> {
  const { accountFinder } = await import('@atelier/providers/find/account-finder');
  return lookingUp(allowPrivateHosts, (parts) => accountFinder(parts).find(typed));
}

function loaders(
  allowPrivateHosts: string,
  { graphApi, googleApi }: Pick<Registrations, 'graphApi' | 'googleApi'>,
): Readonly<Record<Protocol, () => Promise<OpenGateway>>> {
  const common = outside(allowPrivateHosts);
  return {
    async caldav() {
      const { createCalDavGateway } = await import('@atelier/providers/caldav/caldav-gateway');
      return createCalDavGateway(common);
    },
    async google() {
      const { createGoogleGateway } = await import('@atelier/providers/google/google-gateway');
      return createGoogleGateway({ ...common, base: googleApi });
    },
    async graph() {
      const { createGraphGateway } = await import('@atelier/providers/graph/graph-gateway');
      return createGraphGateway({ ...common, base: graphApi, newId: randomUUID });
    },
    async ics() {
      const { createIcsGateway } = await import('@atelier/providers/ics/ics-gateway');
      return createIcsGateway(common);
    },
  };
}
