import { WEEKDAYS, type WeekdayKey } from '@atelier/booking/hours/opening-hours';
import { writeHours } from '@atelier/booking/hours/write-hours';
import type { ArtistRow } from '@atelier/database/booking/artist-store';
import {
  type ClosureRow,
  listClosures,
  listOverrides,
  type OverrideRow,
} from '@atelier/database/booking/hours-store';
import { listServices, type ServiceRow } from '@atelier/database/booking/service-store';
import { picturesOf } from '@atelier/database/image/image-store';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { hoursOf } from '../availability/slot-query-of.ts';
import { pictureAddress } from '../view/picture-address.ts';
import { mayEdit, visibleArtists } from './own-artist.ts';

type TextRange = readonly [start: string, end: string];

export interface StudioHours {
  readonly weekly: Readonly<Record<WeekdayKey, readonly TextRange[]>>;
  readonly overrides: readonly { readonly date: string; readonly ranges: readonly TextRange[] }[];
  readonly closures: readonly { readonly from: string; readonly to: string; readonly reason: string }[];
}

export type StudioService = Omit<ServiceRow, 'artistId'>;

/** An artist with everything that can be set. */
export interface StudioArtist extends Omit<ArtistRow, 'id' | 'timeZone' | 'weekly'> {
  /** IANA name. */
  readonly zone: string;
  /** Address on this server. */
  readonly picture: string | null;
  readonly services: readonly StudioService[];
  readonly hours: StudioHours;
  readonly mayEdit: boolean;
  /** What is still missing before anything is offered. */
  readonly ready: { readonly calendar: boolean; readonly services: boolean; readonly hours: boolean };
}

export async function seeArtists(
  context: Pick<Context, 'database'>,
  actor: Actor,
  slugs?: readonly string[],
): Promise<readonly StudioArtist[]> {
  const { database } = context;
  const artists = await visibleArtists(context, actor, { slugs });
  const ids = artists.map(({ id }) => id);
  const parts = {
    services: await listServices(database, { artistIds: ids }),
    overrides: await listOverrides(database, ids),
    closures: await listClosures(database, ids),
    pictures: await picturesOf(database, ids),
  };
  return artists.map((artist) => studioArtist(artist, parts, actor));
}

export async function seeArtist(
  context: Pick<Context, 'database'>,
  actor: Actor,
  slug: string,
): Promise<Outcome<StudioArtist>> {
  const [artist] = await seeArtists(context, actor, [slug]);
  return artist ? done(artist) : refusedFor('not-found', 'no-artist');
}

interface Parts {
  readonly services: readonly ServiceRow[];
  readonly overrides: readonly OverrideRow[];
  readonly closures: readonly ClosureRow[];
  readonly pictures: ReadonlyMap<string, string>;
}

function studioArtist(artist: ArtistRow, parts: Parts, actor: Actor): StudioArtist {
  const { id, timeZone: zone, weekly: _, ...shown } = artist;
  const services = parts.services.filter(({ artistId }) => artistId === id);
  const hours = hoursFor(artist, parts);
  return {
    ...shown,
    zone,
    picture: pictureAddress(artist.slug, parts.pictures.get(id)),
    services: services.map(studioService),
    hours,
    mayEdit: mayEdit(actor, artist),
    ready: {
      calendar: artist.calendarId !== null,
      services: services.some(({ active }) => active),
      hours: [...Object.values(hours.weekly), ...hours.overrides.map(({ ranges }) => ranges)].some(
        (ranges) => ranges.length > 0,
      ),
    },
  };
}

export function studioService({ artistId: _, ...service }: ServiceRow): StudioService {
  return service;
}

/** In the form that `setHours` takes, every weekday and reason spelt out. */
function hoursFor(artist: ArtistRow, { overrides, closures }: Parts): StudioHours {
  const own = closures.filter(({ artistId }) => artistId === artist.id);
  const written = writeHours(hoursOf(artist, { overrides, closures: own }));
  return {
    weekly: Object.fromEntries(WEEKDAYS.map((key) => [key, written.weekly[key] ?? []])) as unknown as Record<
      WeekdayKey,
      readonly TextRange[]
    >,
    overrides: written.overrides,
    closures: own.map(({ from, to, reason }) => ({ from, to, reason })),
  };
}
