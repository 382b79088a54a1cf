import type { ReadContext } from '@atelier/calendar/occurrence';
import type { RunCalendar } from '@atelier/database/calendar/run-calendars';
import type { Horizon } from './horizon.ts';

export function readContext(
  { timeZone, ownerAddresses }: Pick<RunCalendar, 'timeZone' | 'ownerAddresses'>,
  horizon: Horizon,
): ReadContext {
  return { zone: timeZone, from: horizon.from.getTime(), to: horizon.to.getTime(), owner: ownerAddresses };
}
