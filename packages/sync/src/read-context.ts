import type { ReadContext } from '@atelier/calendar/occurrence';
import type { Horizon } from './horizon.ts';

export function readContext(calendar: { readonly timeZone: string }, horizon: Horizon): ReadContext {
  return { zone: calendar.timeZone, from: horizon.from.getTime(), to: horizon.to.getTime() };
}
