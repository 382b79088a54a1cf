import {
  type GraphSandbox,
  type GraphSandboxOptions,
  startGraphSandbox,
} from '@atelier/testkit/sandbox-graph/graph-sandbox';
import type { ServerUnderTest } from '../../contract/server-under-test.ts';
import { parseAllowList } from '../../http/allow-list.ts';
import type { AccountAccess } from '../../port/account.ts';
import { keptProperties } from '../event/kept-text.ts';
import { createGraphGateway, type GraphGateway } from '../graph-gateway.ts';
import { windowAt, writtenCursor } from '../read/cursor.ts';
import { calendarHref, calendarPath, eventHref, idIn } from '../wire/paths.ts';
import { newFields } from '../write/changed-fields.ts';
import { wantedOf } from '../write/wanted-rows.ts';

export const MAIL = 'ann@studio.example';
/** When all of these tests take place, so that nothing leans on today's date. */
export const NOW = Temporal.Instant.from('2026-06-15T09:00:00Z');

export function testGateway(): GraphGateway {
  let requests = 0;
  return createGraphGateway({
    allow: parseAllowList('127.0.0.1'),
    now: () => NOW,
    monotonicMs: () => performance.now(),
    newId: () => `request-${(requests += 1)}`,
  });
}

export function accessTo(sandbox: GraphSandbox, mail: string = MAIL): AccountAccess {
  const signedIn = { personId: 'p', tenantId: 't', name: mail };
  const credential = { kind: 'oauth', signedIn, accessToken: async () => mail } as const;
  return { kind: 'microsoft', address: sandbox.url, credential };
}

export async function startedSandbox(options: GraphSandboxOptions = {}): Promise<GraphSandbox> {
  const sandbox = await startGraphSandbox({ now: () => NOW, ...options });
  sandbox.addUser(MAIL, 'Ann');
  return sandbox;
}

/** Microsoft Graph as the contract wants to see it: others work in Outlook, which knows nothing of what we keep. */
export async function graphServerUnderTest(
  options: GraphSandboxOptions = {},
): Promise<ServerUnderTest & { readonly sandbox: GraphSandbox }> {
  const sandbox = await startedSandbox(options);
  const gateway = testGateway();
  const access = accessTo(sandbox);
  const places = new Map<string, string>();
  let last = '';
  const hrefOf = (calendar: string, name: string): string =>
    places.get(`${calendar} ${name}`) ?? eventHref(calendar, `AAMk-${name}`);
  const called = (calendar: string, name: string, href: string): void =>
    void places.set(`${calendar} ${name}`, href);
  const idOf = (calendar: string): string => decodeURIComponent(calendar.split('/')[3] ?? '');
  const result = await gateway.test(access);
  if (!result.ok) throw result.failure;
  const provider = gateway.open(access.credential, result.account.reach);
  return {
    sandbox,
    gateway,
    access,
    tellsNoVersions: true,
    hrefOf,
    called,
    async makeCalendar(name) {
      sandbox.addCalendar(MAIL, { id: `AQMk${name}`, name });
      last = calendarHref(`AQMk${name}`);
      return last;
    },
    async put(calendar, name, body) {
      const wanted = wantedOf(body);
      if ('why' in wanted) throw new Error(wanted.why);
      const known = places.get(`${calendar} ${name}`);
      const fields = newFields(wanted.fields);
      if (known !== undefined && sandbox.has(MAIL, idOf(calendar), idIn(calendar, known))) {
        sandbox.patch(MAIL, idOf(calendar), idIn(calendar, known), fields);
        return;
      }
      const event = { ...fields, singleValueExtendedProperties: keptProperties(wanted.uid, body) };
      called(calendar, name, eventHref(calendar, sandbox.create(MAIL, idOf(calendar), event)));
    },
    async delete(calendar, name) {
      sandbox.remove(MAIL, idOf(calendar), idIn(calendar, hrefOf(calendar, name)));
    },
    async get(calendar, name) {
      const { found } = await provider.fetch(calendar, [hrefOf(calendar, name)]);
      return found[0] ?? null;
    },
    missingCalendar: () => calendarHref('AQMk-nowhere'),
    get lostCursor() {
      const link = `${sandbox.url}${calendarPath(last)}/calendarView/delta?$deltatoken=xyz`;
      return writtenCursor(link, windowAt(NOW));
    },
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await sandbox[Symbol.asyncDispose]();
    },
  };
}
