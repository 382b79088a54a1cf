import { listArtists } from '@atelier/database/booking/artist-store';
import { seriesBookings } from '@atelier/database/booking/booking-store';
import { mailToClient } from '@atelier/database/booking/mail-to-client';
import { listServices } from '@atelier/database/booking/service-store';
import { listSteps } from '@atelier/database/booking/step-store';
import { findUserById } from '@atelier/database/people/user-store';
import type { Context } from '../../context.ts';
import { done, type Outcome } from '../../outcome.ts';
import { OPENS_NOTHING, openLink } from '../link/opened-link.ts';
import { type ClientBooking, clientBooking, type SeenByLink } from './client-booking.ts';

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
  const steps = await listSteps(database, id);
  const { version } = link.booking;
  const told = await mailToClient(database, { bookingId: id, version });
  const actorId = steps.findLast(({ action }) => ANSWERS.includes(action))?.actorId ?? null;
  const lastActor = actorId === null ? null : ((await findUserById(database, actorId))?.name ?? null);
  return { ...link, artist, service, sessions, steps, told, lastActor, now: clock() };
}

const ANSWERS: readonly string[] = ['confirm', 'decline'];
