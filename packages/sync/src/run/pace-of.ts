import type { RunCalendar } from '@atelier/database/calendar/run-calendars';
import type { EngineServices } from '../engine-services.ts';
import type { Pace } from '../schedule.ts';

/** How often a calendar is asked: more rarely while its provider is known to tell of changes (P7). */
export function paceOf({ toldSeconds }: EngineServices, calendar: RunCalendar): Pace {
  return { ...calendar, toldSeconds: calendar.hearing ? toldSeconds : null };
}
