import type { ScannedComponent } from '../text/scan-calendar.ts';

/** Messages about an event that are none (RFC 5546, 3.2), each with what it is. */
const MESSAGES: ReadonlyMap<string, string> = new Map([
  ['REPLY', 'a guest’s answer to an invitation'],
  ['COUNTER', 'a guest’s proposal of another time'],
  ['DECLINECOUNTER', 'an organizer’s answer to a proposal'],
  ['REFRESH', 'a guest’s question for the latest version of an event'],
]);

/** Whether a calendar of that METHOD takes its events back. */
export function isCancelling(method: string | null): boolean {
  return method === 'CANCEL';
}

/** Why a calendar of that METHOD holds no event; null where it does. */
export function messageInstead(method: string | null): string | null {
  const what = MESSAGES.get(method ?? '');
  return what === undefined ? null : `This is ${what}, not an event: it changes nothing in a calendar.`;
}

/** The METHOD of the events in a text. */
export function methodOf(components: readonly ScannedComponent[]): string | null {
  return components.find(({ name, method }) => name !== 'VTIMEZONE' && method !== null)?.method ?? null;
}
