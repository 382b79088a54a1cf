import type { ArtistRow } from '@atelier/database/booking/artist-store';
import type { Actor } from '../../actor.ts';
import { calendarOverview } from '../../calendars/calendar-overview.ts';
import { mayWrite } from '../../calendars/writable-calendar.ts';
import type { Context } from '../../context.ts';
import { type Outcome, refused } from '../../outcome.ts';

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
  if (blocking.length > MOST_BLOCKING)
    return refused('invalid', `At most ${MOST_BLOCKING} calendars block an artist.`);
  const receiving = calendarId && calendarId !== before.calendarId ? [calendarId] : [];
  const ids = [...receiving, ...blocking.filter((id) => !before.blocking.includes(id))];
  if (ids.length === 0) return null;
  const known = await calendarOverview(context, actor, { ids });
  const missing = ids.find((id) => !known.some((calendar) => calendar.id === id));
  if (missing !== undefined) return refused('not-found', `There is no calendar ${missing.slice(0, 60)}.`);
  const foreign = known.find((one) => receiving.includes(one.id) && !mayWrite(actor, one));
  if (foreign) return refused('forbidden', `“${foreign.name}” is somebody else’s; an admin chooses it.`);
  const readOnly = known.find(({ id, readOnly: is }) => receiving.includes(id) && is);
  return readOnly
    ? refused(
        'invalid',
        `“${readOnly.name}” is read-only and cannot receive bookings.`,
        'Choose another calendar.',
      )
    : null;
}
