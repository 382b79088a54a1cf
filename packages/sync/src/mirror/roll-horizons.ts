import { calendarsByHorizon } from '@atelier/database/calendar/horizon-store';
import { runCalendars } from '@atelier/database/calendar/run-calendars';
import type { ItemJob } from '@atelier/database/jobs/item-job';
import { claimSources, dropLeases } from '@atelier/database/source/source-lease';
import type { EngineServices } from '../engine-services.ts';
import { horizonAt, horizonIsShort } from './horizon.ts';
import { rollHorizon } from './roll-horizon.ts';

/** Moves on the stretch of time for which occurrences are stored, calendar by calendar. */
export const rollHorizons: ItemJob<Pick<EngineServices, 'database' | 'clock' | 'newId'>> = {
  async due({ database, clock }) {
    const now = clock();
    const calendars = await calendarsByHorizon(database);
    return calendars.filter(({ to }) => horizonIsShort(to, now)).map(({ id }) => id);
  },
  async work({ database, clock, newId }, id) {
    const now = clock();
    const [lease] = await claimSources(database, [id], { now, token: newId() });
    if (!lease) return; // it is being run; the next look finds it again
    try {
      const [calendar] = await runCalendars(database, [id]);
      if (calendar) await rollHorizon(database, calendar, lease, horizonAt(now));
    } finally {
      await dropLeases(database, lease.token);
    }
  },
};
