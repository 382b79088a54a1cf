import { failConnection } from '@atelier/database/connection-store';
import { postponeRuns } from '@atelier/database/run-store';
import type { EngineServices } from './engine-services.ts';
import type { ClassifiedFailure } from './failure.ts';
import type { AccountRun } from './run-request.ts';
import { nextTry } from './schedule.ts';

/** The account as a whole failed: its calendars wait with it, or stop when only a person can help. */
export async function recordAccountFailure(
  services: EngineServices,
  run: AccountRun,
  failure: ClassifiedFailure,
  startedAt: Date,
): Promise<void> {
  const { kind, message, hint, retryAfterMs, rule } = failure;
  const until = nextTry(services.clock(), run.connection.failures + 1, retryAfterMs, services.random());
  await failConnection(services.database, run.connection.id, {
    kind,
    message,
    hint,
    stop: rule.stop,
    retryAt: rule.stop ? null : until,
    at: services.clock(),
  });
  await postponeRuns(services.database, run.leases, { startedAt, until });
}
