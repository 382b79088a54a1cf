import type { ConnectionRow } from '@atelier/database/account/connection-store';
import { createCalDavGateway } from '@atelier/providers/caldav/caldav-gateway';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import { type Sandbox, startSandbox } from '@atelier/testkit/sandbox/sandbox';
import { CALENDARS, type SimulatedAccount } from '../account.ts';
import type { OpenedAccount } from '../opened-account.ts';
import { LIMITS, type World } from '../studio.ts';
import { davSide } from './dav-faults.ts';
import { USER } from './dav-side.ts';

/** An account on a CalDAV server of its own. */
export async function openDavAccount({ chance, clock, crowded }: World): Promise<OpenedAccount> {
  const now = () => Temporal.Instant.fromEpochMilliseconds(clock.ms);
  const sandbox = await startSandbox({ random: () => chance.next(), newId: () => chance.uuid(), now });
  sandbox.addUser(USER, 'secret');
  for (const uri of CALENDARS) sandbox.addCalendar(USER, { uri, name: uri });
  const gateway = createCalDavGateway({
    allow: parseAllowList('127.0.0.1'),
    now,
    monotonicMs: () => performance.now(),
    http: LIMITS,
    sync: crowded ? {} : { parallel: 1 },
  });
  const account: SimulatedAccount = {
    kind: 'caldav',
    calendars: CALENDARS,
    row: {
      name: 'Sandbox',
      address: sandbox.url,
      username: 'ann',
      secret: 'secret',
      homes: [sandbox.homeUrl(USER)],
    },
    capabilities: { syncCollection: true, ctag: true },
    story: null,
    hrefOf: (calendar) => new URL(sandbox.calendarUrl(USER, calendar)).pathname,
    ...davView(sandbox),
    open: ({ username, secret, reach }: ConnectionRow) =>
      gateway.open({ kind: 'password', username, password: secret }, reach),
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await sandbox[Symbol.asyncDispose]();
    },
  };
  return { account, side: (studio) => davSide({ studio, sandbox }) };
}

/** What the rules look at of a CalDAV server. */
export function davView(sandbox: Sandbox): Pick<SimulatedAccount, 'remote' | 'writes' | 'badHabits'> {
  return {
    remote: (calendar) => sandbox.objects(USER, calendar),
    writes: () => sandbox.requests.filter(({ method }) => ['PUT', 'DELETE', 'MOVE'].includes(method)).length,
    badHabits: () => sandbox.blindWrites.map(({ method, path }) => `S2: blind ${method} ${path}`),
  };
}
