import type { Effect } from '@atelier/testkit/sandbox/faults/effect';
import type { DavRequest } from '@atelier/testkit/sandbox/faults/exchange';
import type { Fault } from '@atelier/testkit/sandbox/faults/fault';
import { both, onMethod, onObject } from '@atelier/testkit/sandbox/faults/fault-match';
import type { Sandbox, SandboxOptions } from '@atelier/testkit/sandbox/sandbox';
import { startSandboxServer } from '@atelier/testkit/sandbox-server';
import { event, type Situation, situation } from '../../contract/situation.ts';
import type { StoredVersion } from '../../port/writes.ts';
import { openDavAccount, testGateway } from './dav-account-under-test.ts';

/** A calendar of the sandbox with one event that Atelier knows, and a hand that makes the sandbox misbehave. */
export interface WriteCalendar extends AsyncDisposable {
  readonly here: Situation;
  readonly sandbox: Sandbox;
  /** `e.ics` as Atelier last read it. */
  readonly base: StoredVersion;
  /** An empty calendar of the same account. */
  readonly second: { readonly calendarHref: string; readonly href: string };
  /** For requests of one method; once, unless said otherwise. */
  on(method: string, effect: Effect, occurs?: Fault['occurs']): void;
  always(effect: Effect): void;
  /** What the server has; null where it has nothing. */
  text(name: string, calendar?: string): string | null;
  names(calendar?: string): readonly string[];
  /** `PUT GET ...`: methods of everything asked since the last time. */
  asked(): string;
}

const SHORT = { headersMs: 250, idleBodyMs: 250, totalMs: 1000 };

export async function writeCalendar(options: SandboxOptions = {}): Promise<WriteCalendar> {
  const server = await startSandboxServer(options);
  const { sandbox } = server;
  for (const uri of ['cal', 'second']) sandbox.addCalendar('ann', { uri });
  const gateway = testGateway({ http: SHORT });
  const { provider, calendars } = await openDavAccount(gateway, server);
  const [calendar, other] = calendars;
  if (calendar === undefined || other === undefined) throw new Error('the sandbox hides its calendars');
  const here = situation(provider, calendar);
  const base = await here.createAt(`${calendar.href}e.ics`, event('e'));
  sandbox.clearRequests();
  const objects = (uri: string) => sandbox.objects('ann', uri);
  return {
    here,
    sandbox,
    base,
    second: { calendarHref: other.href, href: `${other.href}e.ics` },
    on: (method, effect, occurs = 1) => void sandbox.faults.add({ effect, occurs, match: onMethod(method) }),
    always: (effect) => void sandbox.faults.add({ effect, occurs: 'always' }),
    text: (name, uri = 'cal') => objects(uri).get(name)?.body ?? null,
    names: (uri = 'cal') => [...objects(uri).keys()],
    asked() {
      const methods = sandbox.requests.map(({ method }) => method).join(' ');
      sandbox.clearRequests();
      return methods;
    },
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** Somebody else's write to `e.ics`, just before the `number`-th request of this method is served. */
export function interfere(it: WriteCalendar, method: string, number: number, act: () => unknown): void {
  let seen = 0;
  const isTheOne = (request: DavRequest): boolean =>
    both(onMethod(method), onObject('e.ics'))(request) && ++seen === number;
  it.sandbox.faults.add({ match: isTheOne, effect: { kind: 'meanwhile', when: 'before', act } });
}
