import type { RunCalendar } from '@atelier/database/calendar/run-calendars';
import type { AccountRun, RunTrigger } from './run-request.ts';

/** Who wanted this run of a calendar: a person who pressed "sync now" has it run by a worker. */
export function triggerOf(
  { trigger }: Pick<AccountRun, 'trigger'>,
  { requestedAt }: Pick<RunCalendar, 'requestedAt'>,
): RunTrigger {
  return trigger === 'schedule' && requestedAt !== null ? 'person' : trigger;
}

/**
 * A probe does not drive the scheduler: what somebody asked for may end a back-off and never lengthens it, for
 * otherwise a few visitors in a short outage would make a calendar deaf for an hour (S9).
 */
export function isAsked(
  run: Pick<AccountRun, 'trigger'>,
  calendar: Pick<RunCalendar, 'requestedAt'>,
): boolean {
  return triggerOf(run, calendar) !== 'schedule';
}
