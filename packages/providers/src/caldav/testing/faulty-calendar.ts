import type { Effect } from '@atelier/testkit/sandbox/faults/effect';
import { startSandboxServer } from '@atelier/testkit/sandbox-server';
import { createPullMirror, type PullMirror } from '../../contract/pull-mirror.ts';
import { event } from '../../contract/situation.ts';
import type { RemoteCalendar } from '../../port/remote-calendar.ts';
import { openDavAccount, testGateway } from './dav-account-under-test.ts';

/** One calendar of a sandbox, a local mirror of it, and a hand that makes the sandbox misbehave. */
export interface FaultyCalendar extends AsyncDisposable {
  readonly mirror: PullMirror;
  put(name: string, summary?: string): void;
  remove(name: string): void;
  /** For every REPORT and PROPFIND, or for REPORTs of one kind. */
  fault(effect: Effect, on?: 'sync-collection' | 'calendar-multiget' | 'propfind', occurs?: number): void;
  calm(): void;
  names(): readonly string[];
}

/** A calendar of the sandbox with objects `e0.ics` and on, pulled once unless `pulled` is false. */
export async function faultyCalendar(
  count: number,
  pulled = true,
  without?: 'sync-collection',
): Promise<FaultyCalendar> {
  const server = await startSandboxServer();
  const { sandbox } = server;
  sandbox.addCalendar('ann', { uri: 'cal' });
  const put = (name: string, summary?: string): void =>
    void sandbox.put('ann', 'cal', name, event(name, summary));
  for (let index = 0; index < count; index += 1) put(`e${index}.ics`);
  const gateway = testGateway();
  const { provider, calendars } = await openDavAccount(gateway, server);
  const [calendar] = calendars;
  if (calendar === undefined) throw new Error('the sandbox shows no calendar');
  const mirror = createPullMirror(provider, without === undefined ? calendar : lacking(calendar));
  if (pulled) await mirror.pull();
  return {
    mirror,
    put,
    remove: (name) => void sandbox.remove('ann', 'cal', name),
    fault(effect, on, occurs) {
      const match = on && { match: ({ dav }: { dav: unknown }) => kindOf(dav) === on };
      sandbox.faults.add({ effect, occurs: occurs ?? 'always', ...match });
    },
    calm: () => sandbox.faults.clear(),
    names: () =>
      [...mirror.objects.keys()].map((href) => decodeURIComponent(href.split('/').at(-1) ?? '')).sort(),
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

const kindOf = (dav: unknown): unknown => (dav as { kind?: unknown } | null)?.kind;
const lacking = (calendar: RemoteCalendar): RemoteCalendar => ({
  ...calendar,
  capabilities: { ...calendar.capabilities, syncCollection: false },
});
