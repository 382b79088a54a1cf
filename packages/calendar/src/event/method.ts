import type { ReadReason } from '../occurrence.ts';
import type { ScannedComponent } from '../text/scan-calendar.ts';

/** Messages about an event that are none (RFC 5546, 3.2), each with its reason. */
const MESSAGES: ReadonlyMap<string, ReadReason> = new Map([
  ['REPLY', 'read-reply'],
  ['COUNTER', 'read-counter'],
  ['DECLINECOUNTER', 'read-decline-counter'],
  ['REFRESH', 'read-refresh'],
] as const);

/** Whether a calendar of that METHOD takes its events back. */
export function isCancelling(method: string | null): boolean {
  return method === 'CANCEL';
}

/** Why a calendar of that METHOD holds no event; null where it does. */
export function messageInstead(method: string | null): ReadReason | null {
  return MESSAGES.get(method ?? '') ?? null;
}

/** The METHOD of the events in a text. */
export function methodOf(components: readonly ScannedComponent[]): string | null {
  return components.find(({ name, method }) => name !== 'VTIMEZONE' && method !== null)?.method ?? null;
}
