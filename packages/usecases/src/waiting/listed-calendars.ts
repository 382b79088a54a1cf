import type { Actor } from '../actor.ts';
import type { CalendarOverview } from '../calendars/calendar-overview.ts';
import { decidesRemovals } from './held-removals.ts';

/** A calendar that its account lists since, or lists no more (P9). */
export interface ListedCalendar {
  readonly calendarId: string;
  readonly name: string;
  /** What the account is called here. */
  readonly account: string;
}

interface Listed {
  readonly kind: 'newCalendar' | 'goneCalendar';
  /** Since when it is offered; of one that is gone, when it was last read. */
  readonly since: Date | null;
  readonly thing: ListedCalendar;
}

/** Whoever looks after a calendar says whether one that appeared is kept in step, and whether one that went is waited for. */
export function listedCalendars(actor: Actor, seen: readonly CalendarOverview[]): readonly Listed[] {
  return seen.filter((one) => decidesRemovals(actor, one)).flatMap((one) => listedSince(one) ?? []);
}

function listedSince(calendar: CalendarOverview): Listed | null {
  const { id, name, connectionName: account, offeredAt, lastCompleteAt } = calendar;
  if (account === null) return null;
  const thing = { calendarId: id, name, account };
  if (calendar.state === 'gone') return { kind: 'goneCalendar', since: lastCompleteAt, thing };
  if (offeredAt === null || calendar.enabled) return null;
  return { kind: 'newCalendar', since: offeredAt, thing };
}
