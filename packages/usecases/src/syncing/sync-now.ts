import type { RunReport } from '@atelier/sync/run-report';
import type { Actor } from '../actor.ts';
import { type CalendarChoice, runnableCalendars } from '../calendars/runnable-calendars.ts';
import type { Context } from '../context.ts';
import { done, type Outcome } from '../outcome.ts';

export interface SyncNow extends CalendarChoice {
  readonly full: boolean;
}

/** Runs the synchronisation in this process and waits for it, one report per calendar. */
export async function syncNow(
  context: Context,
  actor: Actor,
  input: SyncNow,
): Promise<Outcome<readonly RunReport[]>> {
  const ids = await runnableCalendars(context, actor, input);
  return ids.ok ? done(await context.engine.runNow(ids.value, { full: input.full })) : ids;
}
