import { failConnection } from '@atelier/database/account/connection-state';
import { postponeRuns } from '@atelier/database/calendar/calendar-run';
import type { RunCalendar } from '@atelier/database/calendar/run-calendars';
import { isAsked } from '../asked.ts';
import type { EngineServices } from '../engine-services.ts';
import type { ClassifiedFailure } from '../failure.ts';
import type { AccountRun } from '../run-request.ts';
import { backOff } from './back-off.ts';

/** The account as a whole failed: its calendars wait with it, or stop when only a person can help. */
export async function recordAccountFailure(
  services: EngineServices,
  run: AccountRun,
  calendars: readonly RunCalendar[],
  failure: ClassifiedFailure,
  startedAt: Date,
): Promise<void> {
  const { kind, message, hint, retryAfterMs, rule } = failure;
  const asked = calendars.every((calendar) => isAsked(run, calendar));
  const { failures } = run.connection;
  const wait = await backOff(services, { calendars, failures, asked, retryAfterMs });
  await failConnection(services.database, run.connection.id, {
    kind,
    message,
    hint,
    stop: rule.stop,
    wait,
    at: services.clock(),
  });
  await postponeRuns(services.database, run.leases, { startedAt, wait });
}
