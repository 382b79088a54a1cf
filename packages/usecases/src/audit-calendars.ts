import type { RunReport } from '@atelier/sync/run-report';
import type { Actor } from './actor.ts';
import { calendarOverview } from './calendar-overview.ts';
import type { Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';

export interface AuditCalendars {
  readonly calendarId?: string | undefined;
  readonly connectionId?: string | undefined;
  /** Compares and counts, and changes nothing. */
  readonly dryRun: boolean;
}

/** Compares every version with the provider's, for what the server never told of. */
export async function auditCalendars(
  context: Context,
  actor: Actor,
  input: AuditCalendars,
): Promise<Outcome<readonly RunReport[]>> {
  const ids = input.calendarId === undefined ? undefined : [input.calendarId];
  const seen = await calendarOverview(context, actor, { ids, connectionId: input.connectionId });
  if ((ids || input.connectionId) && seen.length === 0)
    return refused('not-found', 'There is no such calendar or connection.');
  const wanted = seen.filter((calendar) => (calendar.enabled || ids) && calendar.connectionId !== null);
  const { dryRun } = input;
  return done(
    await context.engine.audit(
      wanted.map(({ id }) => id),
      { dryRun },
    ),
  );
}
