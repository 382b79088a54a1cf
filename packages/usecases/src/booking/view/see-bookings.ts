import type { BookingState, Turn } from '@atelier/booking/state/step-rules';
import { type ArtistRow, listArtists } from '@atelier/database/booking/artist-store';
import { type BookingRow, listBookings } from '@atelier/database/booking/booking-store';
import { listChairs } from '@atelier/database/booking/chair-store';
import { listImages } from '@atelier/database/image/image-store';
import { type Actor, sightOf } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { type SeenTrouble, seenTrouble } from '../entry/trouble.ts';

/** A booking as the studio sees it. */
export interface SeenBooking {
  readonly id: string;
  /** Slug. */
  readonly artist: string;
  readonly artistName: string;
  /** IANA zone of the artist. */
  readonly zone: string;
  readonly service: string;
  /** Null for one that was agreed without a service, or whose service is gone. */
  readonly serviceId: string | null;
  readonly price: string;
  readonly deposit: string;
  readonly state: BookingState;
  readonly start: Date;
  readonly end: Date;
  readonly client: { readonly name: string; readonly email: string; readonly phone: string | null };
  /** IANA zone; null where the client did not say. */
  readonly clientZone: string | null;
  readonly language: string;
  readonly note: string | null;
  readonly answers: readonly { readonly label: string; readonly value: string }[];
  readonly alternativeStart: Date | null;
  readonly imageIds: readonly string[];
  /** Name of the chair or room that is taken along; null where none is. */
  readonly chair: string | null;
  /** Shared by sessions that were booked together. */
  readonly seriesId: string | null;
  readonly version: number;
  /** Accepted while a calendar could not be asked. */
  readonly unverified: boolean;
  /** Who has the next word while it is a request. */
  readonly turn: Turn;
  /** Why a person has to look. */
  readonly trouble: SeenTrouble | null;
  /** UID of the event in the artist's calendar. */
  readonly uid: string;
  readonly createdAt: Date;
  /** Until when a request waits for its answer. */
  readonly expiresAt: Date | null;
}

export interface BookingQuery {
  readonly ids?: readonly string[] | undefined;
  readonly states?: readonly BookingState[] | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** Slug. */
  readonly artist?: string | undefined;
  /** Only those that wait for somebody of the studio. */
  readonly waiting?: boolean | undefined;
}

const MOST = 1_000;

/** Admins and the front desk see every booking, artists their own. In order of time. */
export async function seeBookings(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  { artist, ...query }: BookingQuery,
): Promise<readonly SeenBooking[]> {
  const artistIds =
    artist === undefined ? undefined : (await listArtists(database, { slugs: [artist] })).map(({ id }) => id);
  const rows = await listBookings(database, { ...query, artistIds, visibleTo: sightOf(actor), limit: MOST });
  const artists = await listArtists(database, { ids: [...new Set(rows.map(({ artistId }) => artistId))] });
  const around = {
    artists: new Map(artists.map((one) => [one.id, one])),
    chairs: new Map((await listChairs(database)).map(({ id, name }) => [id, name])),
    images: Map.groupBy(
      await listImages(database, { bookingIds: rows.map(({ id }) => id) }),
      ({ bookingId }) => bookingId ?? '',
    ),
  };
  return rows.map((row) => seen(row, around));
}

interface Around {
  readonly artists: ReadonlyMap<string, ArtistRow>;
  readonly chairs: ReadonlyMap<string, string>;
  readonly images: ReadonlyMap<string, readonly { readonly id: string }[]>;
}

function seen(row: BookingRow, { artists, chairs, images }: Around): SeenBooking {
  const { id, state, turn, version, unverified, trouble, uid, note, serviceId, price, deposit } = row;
  const { clientZone, language, alternativeStart, seriesId, createdAt, expiresAt } = row;
  const artist = artists.get(row.artistId);
  return {
    id,
    artist: artist?.slug ?? '',
    artistName: artist?.name ?? '',
    zone: artist?.timeZone ?? 'UTC',
    service: row.serviceName,
    serviceId,
    price,
    deposit,
    state,
    start: row.startsAt,
    end: row.endsAt,
    client: { name: row.clientName, email: row.clientEmail, phone: row.clientPhone },
    clientZone,
    language,
    note,
    answers: Object.entries(row.answers).map(([label, value]) => ({ label, value })),
    alternativeStart,
    imageIds: images.get(id)?.map((image) => image.id) ?? [],
    chair: row.chairId === null ? null : (chairs.get(row.chairId) ?? null),
    seriesId,
    version,
    unverified,
    turn,
    trouble: trouble && seenTrouble(trouble),
    uid,
    createdAt,
    expiresAt,
  };
}
