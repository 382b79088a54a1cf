import { claimCalendars, dropLeases } from '@atelier/database/calendar-lease';
import { pruneChanges } from '@atelier/database/change-feed';
import { pruneMails } from '@atelier/database/mail-store';
import { runCalendars } from '@atelier/database/run-store';
import { pruneSyncLogs } from '@atelier/database/sync-log-store';
import { pruneTombstones } from '@atelier/database/tombstone-store';
import type { EngineServices } from './engine-services.ts';
import { horizonAt, horizonIsShort } from './horizon.ts';
import { rereadCalendars } from './reread.ts';
import { rollHorizon } from './roll-horizon.ts';

/** What is due now and then: old rows go, horizons move on. Safe to run from several processes. */
export async function maintain(
  services: Pick<EngineServices, 'database' | 'clock' | 'newId'>,
): Promise<void> {
  const now = services.clock();
  await pruneChanges(services.database, now);
  await pruneSyncLogs(services.database, now);
  await pruneTombstones(services.database, now);
  await pruneMails(services.database, now);
  await rollShortHorizons(services, now);
  await rereadCalendars(services, now);
}

async function rollShortHorizons(
  { database, newId }: Pick<EngineServices, 'database' | 'newId'>,
  now: Date,
): Promise<void> {
  const rows = await database.query<{ id: string; to: Date | null }>(
    'SELECT id, horizon_to AS "to" FROM calendar WHERE horizon_to IS NOT NULL ORDER BY horizon_to',
  );
  for (const { id } of rows.filter(({ to }) => horizonIsShort(to, now))) {
    const [lease] = await claimCalendars(database, [id], { now, token: newId() });
    if (!lease) continue; // it is being run; the next round comes
    try {
      const [calendar] = await runCalendars(database, [id]);
      if (calendar) await rollHorizon(database, calendar, lease, horizonAt(now));
    } finally {
      await dropLeases(database, lease.token);
    }
  }
}
