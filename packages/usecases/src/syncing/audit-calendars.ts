import type { RunReport } from '@atelier/sync/run-report';
import type { Actor } from '../actor.ts';
import { type CalendarChoice, runnableCalendars } from '../calendars/runnable-calendars.ts';
import type { Context } from '../context.ts';
import { done, type Outcome } from '../outcome.ts';

export interface AuditCalendars extends CalendarChoice {
  /** Compares and counts, and changes nothing. */
  readonly dryRun: boolean;
}

/** Compares every version with the provider's, for what the server never told of. */
export async function auditCalendars(
  context: Context,
  actor: Actor,
  input: AuditCalendars,
): Promise<Outcome<readonly RunReport[]>> {
  const ids = await runnableCalendars(context, actor, input);
  return ids.ok ? done(await context.engine.audit(ids.value, { dryRun: input.dryRun })) : ids;
}
