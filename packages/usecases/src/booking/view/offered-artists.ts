import { type ArtistRow, listArtists } from '@atelier/database/booking/artist-store';
import { listServices, type ServiceQuestion, type ServiceRow } from '@atelier/database/booking/service-store';
import { picturesOf } from '@atelier/database/image/image-store';
import type { Context } from '../../context.ts';
import { pictureAddress } from './picture-address.ts';

/** What anybody may know of an artist who takes bookings. */
export interface OfferedArtist {
  readonly slug: string;
  readonly name: string;
  readonly bio: string;
  /** IANA name. */
  readonly zone: string;
  /** So long before an appointment its client can change nothing any more. */
  readonly cutOffMinutes: number;
  /** Address on this server. */
  readonly picture: string | null;
  readonly services: readonly OfferedService[];
}

export interface OfferedService {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly minutes: number;
  readonly price: string;
  readonly deposit: string;
  /** Otherwise the studio answers first. */
  readonly confirmsAtOnce: boolean;
  readonly questions: readonly ServiceQuestion[];
}

/** Who can be booked, and for what: those who have a calendar for it and something to offer. */
export async function offeredArtists({
  database,
}: Pick<Context, 'database'>): Promise<readonly OfferedArtist[]> {
  const artists = (await listArtists(database, { activeOnly: true })).filter(
    (one) => one.calendarId !== null,
  );
  const ids = artists.map(({ id }) => id);
  const services = Map.groupBy(
    await listServices(database, { artistIds: ids, activeOnly: true }),
    ({ artistId }) => artistId,
  );
  const pictures = await picturesOf(database, ids);
  return artists.flatMap((artist) => {
    const { id, slug, name, bio, timeZone: zone, cutOffMinutes } = artist;
    const own = services.get(id)?.map((service) => offeredService(service, artist)) ?? [];
    const picture = pictureAddress(slug, pictures.get(id));
    return own.length > 0 ? [{ slug, name, bio, zone, cutOffMinutes, picture, services: own }] : [];
  });
}

function offeredService(service: ServiceRow, artist: ArtistRow): OfferedService {
  const { id, name, description, minutes, price, deposit, questions } = service;
  const confirmsAtOnce = service.autoConfirm ?? artist.autoConfirm;
  return { id, name, description, minutes, price, deposit, confirmsAtOnce, questions };
}
