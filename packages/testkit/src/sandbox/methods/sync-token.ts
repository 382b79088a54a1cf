import { type StoredCalendar, sequenceOf } from '../store/stored-calendar.ts';
import type { Layout } from '../wire/layout.ts';

const SABRE = 'http://sabre.io/ns/sync/';
const OWN = 'urn:sandbox:sync:';

/** The token that stands for the calendar after change number `sequence`. */
export function renderToken(layout: Layout, calendar: StoredCalendar, sequence: number): string {
  return layout.tokens === 'sabre' ? `${SABRE}${sequence}` : `${OWN}${calendar.generation}:${sequence}`;
}

/** The change number that a token stands for; null where this calendar never gave such a token. */
export function readToken(layout: Layout, calendar: StoredCalendar, token: string): number | null {
  const prefix = layout.tokens === 'sabre' ? SABRE : `${OWN}${calendar.generation}:`;
  const rest = token.startsWith(prefix) ? token.slice(prefix.length) : '';
  if (!/^\d{1,15}$/.test(rest)) return null;
  return Number(rest);
}

export const currentToken = (layout: Layout, calendar: StoredCalendar): string =>
  renderToken(layout, calendar, sequenceOf(calendar));
