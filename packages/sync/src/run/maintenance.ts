import { claimCalendars, dropLeases } from '@atelier/database/calendar/calendar-lease';
import { calendarsByHorizon } from '@atelier/database/calendar/horizon-store';
import { runCalendars } from '@atelier/database/calendar/run-store';
import { pruneSyncLogs } from '@atelier/database/calendar/sync-log-store';
import { pruneChanges } from '@atelier/database/feed/change-feed';
import { eachDue, type Telling } from '@atelier/database/jobs/each-due';
import { eachPart } from '@atelier/database/jobs/each-part';
import { pruneMails } from '@atelier/database/mail/mail-store';
import { pruneTombstones } from '@atelier/database/object/tombstone-store';
import type { EngineServices } from '../engine-services.ts';
import { horizonAt, horizonIsShort } from '../mirror/horizon.ts';
import { rereadCalendars } from '../mirror/reread.ts';
import { rollHorizon } from '../mirror/roll-horizon.ts';

/** What is due now and then: old rows go, horizons move on, each for itself. Safe to run from several processes. */
export async function maintain(
  services: Pick<EngineServices, 'database' | 'clock' | 'newId'> & Telling,
): Promise<void> {
  const { database } = services;
  const now = services.clock();
  await eachPart(
    () => pruneChanges(database, now),
    () => pruneSyncLogs(database, now),
    () => pruneTombstones(database, now),
    () => pruneMails(database, now),
    () => rollShortHorizons(services, now),
    () => rereadCalendars(services, now),
  );
}

async function rollShortHorizons(
  services: Pick<EngineServices, 'database' | 'clock' | 'newId'> & Telling,
  now: Date,
): Promise<void> {
  const { database, newId } = services;
  await eachDue(services, {
    job: 'roll-horizons',
    due: async (which) =>
      (await calendarsByHorizon(database, which))
        .filter(({ to }) => horizonIsShort(to, now))
        .slice(0, which.limit),
    async work({ id }) {
      const [lease] = await claimCalendars(database, [id], { now, token: newId() });
      if (!lease) return null; // it is being run; the next round comes
      try {
        const [calendar] = await runCalendars(database, [id]);
        if (calendar) await rollHorizon(database, calendar, lease, horizonAt(now));
      } finally {
        await dropLeases(database, lease.token);
      }
      return null;
    },
  });
}
