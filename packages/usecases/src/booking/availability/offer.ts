import { type ArtistRow, listArtists } from '@atelier/database/booking/artist-store';
import { listServices, type ServiceRow } from '@atelier/database/booking/service-store';
import type { Queryable } from '@atelier/database/database';
import { done, type Outcome, refusedFor } from '../../outcome.ts';

/** One artist with the service that was asked for. */
export interface Offer {
  readonly artist: ArtistRow;
  readonly service: ServiceRow;
}

/**
 * Who offers a service now. With a slug the service must be that artist's; `any` is everybody whose service bears the
 * same name and length. A retired one and one that never was are answered alike (B10).
 */
export async function findOffers(
  database: Queryable,
  { artist: slug, serviceId }: { readonly artist: string; readonly serviceId: string },
): Promise<Outcome<readonly [Offer, ...Offer[]]>> {
  const [named] = await listServices(database, { ids: [serviceId], activeOnly: true });
  if (!named) return refusedFor('not-found', 'service-gone');
  const artists = await listArtists(database, {
    slugs: slug === 'any' ? undefined : [slug],
    activeOnly: true,
  });
  const services = await listServices(database, {
    artistIds: artists.map(({ id }) => id),
    activeOnly: true,
  });
  const [first, ...others] = artists.flatMap((artist) => {
    const service = services.find((one) => one.artistId === artist.id && isMeant(one, named, slug));
    return service && artist.calendarId !== null ? [{ artist, service }] : [];
  });
  if (!first) return refusedFor('not-found', 'nobody-offers');
  return done([first, ...others]);
}

function isMeant(service: ServiceRow, named: ServiceRow, slug: string): boolean {
  if (slug !== 'any') return service.id === named.id;
  return service.name === named.name && service.minutes === named.minutes;
}
