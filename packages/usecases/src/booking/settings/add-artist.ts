import { type ArtistRow, insertArtist, setBlocking } from '@atelier/database/booking/artist-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { type Outcome, refusedFor } from '../../outcome.ts';
import { readStudio } from '../../studio/read-studio.ts';
import { wrongZone } from '../availability/wrong-zone.ts';
import { announceOffer } from './announce-offer.ts';
import { wrongCalendars } from './artist-calendars.ts';
import { ownPerson, readName } from './artist-fields.ts';
import { artistById } from './own-artist.ts';

export interface AddArtist {
  readonly name: string;
  readonly slug: string;
  /** IANA name; the studio's zone when left out. */
  readonly timeZone?: string | undefined;
  /** Receives the bookings, and blocks. */
  readonly calendarId: string;
  readonly blocking?: readonly string[] | undefined;
  /** Who signs in as this artist. */
  readonly userId?: string | null | undefined;
}

/** Makes somebody bookable. Nothing is offered before there are services and hours. */
export async function addArtist(
  context: Context,
  actor: Actor,
  input: AddArtist,
): Promise<Outcome<ArtistRow>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const name = readName(input.name);
  if (!name.ok) return name;
  const timeZone = input.timeZone ?? (await readStudio(context.database, context)).zone;
  const wrong =
    wrongSlug(input.slug) ??
    wrongZone(timeZone) ??
    (await wrongCalendars(context, actor, input)) ??
    (await ownPerson(context, input.userId));
  if (wrong) return wrong;
  const id = context.newId();
  const { slug, calendarId, userId = null, blocking = [] } = input;
  const added = await transact(context.database, async (transaction) => {
    const artist = { id, userId, name: name.value, slug, timeZone, calendarId };
    if (!(await insertArtist(transaction, artist, context.clock()))) return false;
    await setBlocking(transaction, id, blocking);
    announceOffer(transaction, id);
    transaction.announce({ topic: 'calendars', calendarId: null });
    return true;
  });
  if (!added) return refusedFor('conflict', 'slug-taken', { slug });
  return artistById(context, id);
}

function wrongSlug(slug: string): Outcome<never> | null {
  if (/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/.test(slug) && slug !== 'any') return null;
  return refusedFor('invalid', 'slug-shape');
}
