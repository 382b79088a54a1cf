import type { CalDavServer } from '@atelier/testkit/caldav-server';
import { openAccount } from '../../contract/situation.ts';
import { parseAllowList } from '../../http/allow-list.ts';
import type { AccountAccess } from '../../port/account.ts';
import type { CalendarProvider } from '../../port/calendar-provider.ts';
import type { RemoteCalendar } from '../../port/remote-calendar.ts';
import { type CalDavGateway, createCalDavGateway } from '../caldav-gateway.ts';

export function testGateway(more: Partial<Parameters<typeof createCalDavGateway>[0]> = {}): CalDavGateway {
  return createCalDavGateway({
    allow: parseAllowList('127.0.0.1'),
    now: Temporal.Now.instant,
    monotonicMs: () => performance.now(),
    ...more,
  });
}

type Door = Pick<CalDavServer, 'url' | 'username' | 'password'>;

/** The account of a server, at its own address unless another one is typed. */
export function accessTo({ url, username, password }: Door, address: string = url): AccountAccess {
  return { kind: 'caldav', address, credential: { kind: 'password', username, password } };
}

export async function openDavAccount(
  gateway: CalDavGateway,
  server: Door,
): Promise<{ readonly provider: CalendarProvider; readonly calendars: readonly RemoteCalendar[] }> {
  return openAccount({ gateway, access: accessTo(server) });
}
