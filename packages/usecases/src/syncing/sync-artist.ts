import type { RunReport } from '@atelier/sync/run-report';
import type { Actor } from '../actor.ts';
import { calendarsOf } from '../booking/availability/calendars-of.ts';
import { artistFor } from '../booking/settings/own-artist.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { done, type Outcome } from '../outcome.ts';

/** Brings the calendars that take an artist's time in step now, and waits for it. */
export async function syncArtist(
  context: Context,
  actor: Actor,
  { artist: slug, full }: { readonly artist: string; readonly full: boolean },
): Promise<Outcome<readonly RunReport[]>> {
  const artist = await artistFor(context, actor, slug);
  if (!artist.ok) return artist;
  const seen = await calendarOverview(context, actor, { ids: calendarsOf(artist.value) });
  const ids = seen.flatMap(({ id, enabled, connectionId }) => (enabled && connectionId !== null ? [id] : []));
  return done(await context.engine.runNow(ids, { full }));
}
