import { heldCalendars, heldObjects } from '@atelier/database/waiting/held-removals';
import { type Actor, isAdmin } from '../actor.ts';
import type { CalendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { eventAccess } from '../event-privacy.ts';

/** What would go from a calendar, because its provider says that it is gone there. */
export interface HeldRemovals {
  readonly calendarId: string;
  /** Null where the time is not known. */
  readonly since: Date | null;
  readonly events: readonly HeldEvent[];
  /** How many there are; only the first of them are named. */
  readonly count: number;
  /** Whether they can be put back at the provider. */
  readonly restorable: boolean;
}

export interface HeldEvent {
  readonly id: string;
  /** Null where it is private to somebody else. */
  readonly summary: string | null;
  readonly start: Date | null;
  /** `YYYY-MM-DD` of the first of whole days; null for what has a time. */
  readonly date: string | null;
  readonly recurring: boolean;
  /** An open booking, which would be cancelled. */
  readonly booking: boolean;
}

const NAMED = 100;

/** Of whom it is to decide: owners of a calendar look after their own, admins after all. */
export function decidesRemovals(actor: Actor, { mine }: Pick<CalendarOverview, 'mine'>): boolean {
  return mine || isAdmin(actor);
}

export async function heldRemovals(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  seen: readonly CalendarOverview[],
): Promise<readonly HeldRemovals[]> {
  const own = new Map(seen.filter((one) => decidesRemovals(actor, one)).map((one) => [one.id, one]));
  const held = await heldCalendars(database, [...own.keys()]);
  const found = held.map(async ({ calendarId, since }) => {
    const calendar = own.get(calendarId);
    const objects = await heldObjects(database, calendarId);
    const events = objects
      .slice(0, NAMED)
      .map(({ id, summary, start, date, recurring, booking, ...object }) => {
        const shown = calendar !== undefined && eventAccess(actor, calendar, object) === 'shown';
        return { id, summary: shown ? summary : null, start, date, recurring, booking };
      });
    const restorable = calendar !== undefined && !calendar.readOnly;
    return { calendarId, since, events, count: objects.length, restorable };
  });
  return Promise.all(found);
}
