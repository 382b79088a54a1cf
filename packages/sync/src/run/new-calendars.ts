import type { ConnectionRow } from '@atelier/database/account/connection-store';
import { hrefsOfAccount } from '@atelier/database/calendar/calendar-place';
import { insertCalendars } from '@atelier/database/calendar/calendar-store';
import { transact } from '@atelier/database/transaction';
import type { RemoteCalendar } from '@atelier/providers/port/remote-calendar';
import type { EngineServices } from '../engine-services.ts';

/** Calendars made at the provider since are offered (P9): listed here too, and not kept in step until somebody says so. */
export async function discoverNew(
  { database, newId, clock, studioZone }: EngineServices,
  connection: ConnectionRow,
  remotes: readonly RemoteCalendar[],
): Promise<void> {
  const known = new Set(await hrefsOfAccount(database, connection.id));
  const fresh = remotes.filter((remote) => !known.has(remote.href));
  if (fresh.length === 0) return;
  const zone = await studioZone();
  await transact(database, async (transaction) => {
    await insertCalendars(
      transaction,
      fresh.map((remote) => ({
        ...remote,
        id: newId(),
        ownerId: connection.ownerId,
        connectionId: connection.id,
        timeZone: remote.timeZone ?? zone,
        enabled: false,
        nextSyncAt: clock(),
        offeredAt: clock(),
      })),
    );
    transaction.announce({ topic: 'calendars', calendarId: null });
  });
}
