import { listArtists } from '@atelier/database/booking/artist-store';
import { listSteps, seriesBookings } from '@atelier/database/booking/booking-store';
import { listServices } from '@atelier/database/booking/service-store';
import type { Context } from '../../context.ts';
import { done, type Outcome } from '../../outcome.ts';
import { type ClientBooking, clientBooking, type SeenByLink } from './client-booking.ts';
import { OPENS_NOTHING, openLink } from './opened-link.ts';

type Asked = Pick<Context, 'database' | 'clock'>;

/** The booking behind a link. Looking at it changes nothing, whoever or whatever looks (B10). */
export async function seeByLink(context: Asked, token: string): Promise<Outcome<ClientBooking>> {
  const seen = await readLink(context, token);
  return seen ? done(clientBooking(seen)) : OPENS_NOTHING;
}

/** All that is known of the booking behind a link; null when it opens nothing. */
export async function readLink({ database, clock }: Asked, token: string): Promise<SeenByLink | null> {
  const link = await openLink(database, token);
  if (!link) return null;
  const { artistId, serviceId, seriesId, id } = link.booking;
  const [artist] = await listArtists(database, { ids: [artistId] });
  if (!artist) return null;
  const [service = null] =
    serviceId === null ? [] : await listServices(database, { ids: [serviceId], activeOnly: true });
  const sessions = seriesId === null ? [] : await seriesBookings(database, seriesId);
  return { ...link, artist, service, sessions, steps: await listSteps(database, id), now: clock() };
}
