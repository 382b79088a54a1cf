import type { BookingState, BookingStep } from '@atelier/booking/booking-state';
import { listArtists } from '@atelier/database/booking/artist-store';
import { type BookingRow, listBookings } from '@atelier/database/booking/booking-store';
import { type Actor, sightOf } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { type StepContext, takeStep } from './step-booking.ts';

/** A booking as the studio sees it. */
export interface SeenBooking {
  readonly id: string;
  /** Slug. */
  readonly artist: string;
  readonly service: string;
  readonly state: BookingState;
  readonly start: Date;
  readonly end: Date;
  readonly client: { readonly name: string; readonly email: string; readonly phone: string | null };
  readonly note: string | null;
  readonly version: number;
  /** Accepted while a calendar could not be asked. */
  readonly unverified: boolean;
  /** Why a person has to look. */
  readonly trouble: string | null;
  /** UID of the event in the artist's calendar. */
  readonly uid: string;
}

export interface BookingQuery {
  readonly ids?: readonly string[] | undefined;
  readonly states?: readonly BookingState[] | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

const MOST = 1_000;

export async function seeBookings(
  context: Pick<Context, 'database'>,
  actor: Actor,
  query: BookingQuery,
): Promise<readonly SeenBooking[]> {
  const rows = await listBookings(context.database, { ...query, visibleTo: sightOf(actor), limit: MOST });
  const artists = await listArtists(context.database, {
    ids: [...new Set(rows.map(({ artistId }) => artistId))],
  });
  const slugs = new Map(artists.map(({ id, slug }) => [id, slug]));
  return rows.map((row) => seen(row, slugs.get(row.artistId) ?? ''));
}

function seen(row: BookingRow, artist: string): SeenBooking {
  const { id, state, version, unverified, trouble, uid, note } = row;
  const client = { name: row.clientName, email: row.clientEmail, phone: row.clientPhone };
  const times = { start: row.startsAt, end: row.endsAt };
  return {
    id,
    artist,
    service: row.serviceName,
    state,
    ...times,
    client,
    note,
    version,
    unverified,
    trouble,
    uid,
  };
}

export type StudioStep =
  | { readonly action: 'confirm' | 'decline' | 'cancel' | 'complete' | 'no-show' }
  | { readonly action: 'reschedule'; readonly start: Date };

/** A step that the studio takes; a foreign booking and one that never was are answered alike. */
export async function answerBooking(
  context: StepContext,
  actor: Actor,
  bookingId: string,
  wanted: StudioStep,
  { via, version }: { readonly via: 'page' | 'cli' | 'api'; readonly version?: number },
): Promise<Outcome<SeenBooking>> {
  const [booking] = await listBookings(context.database, {
    ids: [bookingId],
    visibleTo: sightOf(actor),
    limit: 1,
  });
  if (!booking) return refused('not-found', 'There is no such booking.');
  const step = stepOf(booking, wanted);
  const taken = await takeStep(context, { bookingId, step, via, actorId: actor.userId, version });
  if (!taken.ok) return taken;
  const [after] = await seeBookings(context, actor, { ids: [bookingId] });
  return after ? done(after) : refused('not-found', 'There is no such booking.');
}

/** A new time keeps the length. */
function stepOf({ startsAt, endsAt }: BookingRow, wanted: StudioStep): BookingStep {
  if (wanted.action !== 'reschedule') return { action: wanted.action, by: 'artist' };
  const start = wanted.start.getTime();
  return { action: 'reschedule', by: 'artist', start, end: start + endsAt.getTime() - startsAt.getTime() };
}
