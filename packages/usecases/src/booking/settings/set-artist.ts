import {
  type ArtistPatch,
  type ArtistRow,
  patchArtist,
  setBlocking,
} from '@atelier/database/booking/artist-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { readText } from '../../typed-text.ts';
import { wrongZone } from '../availability/wrong-zone.ts';
import { announceOffer } from './announce-offer.ts';
import { wrongCalendars } from './artist-calendars.ts';
import { ownPerson, readName } from './artist-fields.ts';
import { artistById, ownArtist } from './own-artist.ts';
import { type Bounds, wrongNumber } from './whole-number.ts';

/** Left out: as it is. */
export type SetArtist = Omit<ArtistPatch, 'weekly'> & {
  readonly blocking?: readonly string[] | undefined;
};

const BOUNDS = {
  noticeMinutes: [0, 525_600, 'notice'],
  horizonDays: [0, 365, 'horizon'],
  slotInterval: [1, 1_440, 'slotInterval'],
  dailyLimit: [0, 1_000, 'dailyLimit'],
  cutOffMinutes: [0, 525_600, 'cutOff'],
  position: [0, 10_000, 'position'],
} as const satisfies Partial<Record<keyof SetArtist, Bounds>>;

/** Changes who an artist is, which calendars count and by which rules they are booked. */
export async function setArtist(
  context: Context,
  actor: Actor,
  slug: string,
  input: SetArtist,
): Promise<Outcome<ArtistRow>> {
  const artist = await ownArtist(context, actor, slug);
  if (!artist.ok) return artist;
  const texts = readTexts(input);
  if (!texts.ok) return texts;
  const wrong =
    onlyAdmins(actor, input) ??
    wrongNumber(input, BOUNDS) ??
    wrongZone(input.timeZone) ??
    (await wrongCalendars(context, actor, input, artist.value)) ??
    (await ownPerson(context, input.userId));
  if (wrong) return wrong;
  const { blocking, ...fields } = input;
  const { id } = artist.value;
  await transact(context.database, async (transaction) => {
    await patchArtist(transaction, id, { ...fields, ...texts.value });
    if (blocking) await setBlocking(transaction, id, blocking);
    announceOffer(transaction, id);
    // Whoever signs in as the artist sees other calendars from now on.
    if (blocking || fields.userId !== undefined || fields.calendarId !== undefined)
      transaction.announce({ topic: 'calendars', calendarId: null });
  });
  return artistById(context, id);
}

function readTexts({ name, bio }: SetArtist): Outcome<Pick<SetArtist, 'name' | 'bio'>> {
  const line = name === undefined ? done(undefined) : readName(name);
  if (!line.ok) return line;
  const text = bio === undefined ? done(undefined) : readText(bio, { field: 'bio', most: 2_000 });
  return text.ok ? done({ name: line.value, bio: text.value }) : text;
}

/** Who signs in as whom, and in which order artists are shown, is not for artists to say. */
function onlyAdmins(actor: Actor, { userId, position }: SetArtist): Outcome<never> | null {
  if (isAdmin(actor) || (userId === undefined && position === undefined)) return null;
  return refusedFor('forbidden', 'admins-only');
}
