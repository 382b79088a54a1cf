import type { ArtistRow } from '@atelier/database/booking/artist-store';
import type { Actor } from '../../actor.ts';
import { calendarOverview } from '../../calendars/calendar-overview.ts';
import { mayWrite } from '../../calendars/writable-calendar.ts';
import type { Context } from '../../context.ts';
import { type Outcome, refusedFor } from '../../outcome.ts';

export interface WantedCalendars {
  readonly calendarId?: string | null | undefined;
  readonly blocking?: readonly string[] | undefined;
}

const MOST_BLOCKING = 50;

/** Whether somebody may give an artist these calendars. What the artist has already stays allowed. */
export async function wrongCalendars(
  context: Pick<Context, 'database'>,
  actor: Actor,
  { calendarId, blocking = [] }: WantedCalendars,
  before: Pick<ArtistRow, 'calendarId' | 'blocking'> = { calendarId: null, blocking: [] },
): Promise<Outcome<never> | null> {
  if (blocking.length > MOST_BLOCKING) return refusedFor('invalid', 'blocking-many', { most: MOST_BLOCKING });
  const receiving = calendarId && calendarId !== before.calendarId ? [calendarId] : [];
  const ids = [...receiving, ...blocking.filter((id) => !before.blocking.includes(id))];
  if (ids.length === 0) return null;
  const known = await calendarOverview(context, actor, { ids });
  const missing = ids.find((id) => !known.some((calendar) => calendar.id === id));
  if (missing !== undefined)
    return refusedFor('not-found', 'no-named-calendar', { id: missing.slice(0, 60) });
  const foreign = known.find((one) => receiving.includes(one.id) && !mayWrite(one));
  if (foreign) return refusedFor('forbidden', 'calendar-not-theirs', { name: foreign.name });
  if (known.some(({ id, private: secret }) => secret && receiving.includes(id)))
    return refusedFor('invalid', 'private-cannot-receive');
  const readOnly = known.find(({ id, readOnly: is }) => receiving.includes(id) && is);
  return readOnly ? refusedFor('invalid', 'calendar-cannot-receive', { name: readOnly.name }) : null;
}
