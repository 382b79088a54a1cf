import { parseHours } from '@atelier/booking/parse-hours';
import {
  type ArtistPatch,
  type ArtistRow,
  insertArtist,
  insertClosure,
  listArtists,
  patchArtist,
  setBlocking,
  setOverrides,
} from '@atelier/database/booking/artist-store';
import { listServices, type ServiceRow, saveService } from '@atelier/database/booking/service-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../actor.ts';
import { calendarOverview } from '../calendar-overview.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { isTimeZone } from '../time-zone.ts';

export interface AddArtist {
  readonly name: string;
  readonly slug: string;
  readonly timeZone: string;
  /** Receives the bookings, and blocks. */
  readonly calendarId: string;
  readonly blocking?: readonly string[] | undefined;
}

/** Makes somebody bookable. Nothing is offered before there are services and hours. */
export async function addArtist(
  context: Context,
  actor: Actor,
  input: AddArtist,
): Promise<Outcome<ArtistRow>> {
  if (!isAdmin(actor)) return refused('forbidden', 'Only an admin adds artists.');
  const wrong = wrongArtist(input) ?? (await wrongCalendars(context, actor, input));
  if (wrong) return wrong;
  const id = context.newId();
  const { name, slug, timeZone, calendarId, blocking = [] } = input;
  const added = await transact(context.database, async (transaction) => {
    const artist = { id, userId: null, name: name.trim(), slug, timeZone, calendarId };
    if (!(await insertArtist(transaction, artist, context.clock()))) return false;
    await setBlocking(transaction, id, blocking);
    return true;
  });
  if (!added) return refused('conflict', `“${slug}” is taken by another artist.`, 'Choose another slug.');
  return artistBy(context, { ids: [id] });
}

function wrongArtist({ name, slug, timeZone }: AddArtist): Outcome<never> | null {
  if (name.trim() === '' || name.length > 120)
    return refused('invalid', 'An artist needs a name, of 120 characters at most.');
  if (!/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/.test(slug) || slug === 'any')
    return refused('invalid', 'A slug has small letters, digits and hyphens, such as lea-m.');
  return isTimeZone(timeZone)
    ? null
    : refused('invalid', `“${timeZone}” is not a time zone.`, 'One looks like Europe/Zurich.');
}

async function wrongCalendars(
  context: Context,
  actor: Actor,
  { calendarId, blocking = [] }: Pick<AddArtist, 'calendarId' | 'blocking'>,
): Promise<Outcome<never> | null> {
  const ids = [calendarId, ...blocking];
  const known = await calendarOverview(context, actor, { ids });
  const missing = ids.filter((id) => !known.some((calendar) => calendar.id === id));
  if (missing.length > 0) return refused('not-found', `There is no calendar ${missing[0]}.`);
  const receives = known.find(({ id }) => id === calendarId);
  if (receives?.readOnly)
    return refused(
      'invalid',
      `“${receives.name}” is read-only and cannot receive bookings.`,
      'Choose another calendar.',
    );
  return null;
}

type Rules = Pick<
  ArtistPatch,
  | 'noticeMinutes'
  | 'horizonDays'
  | 'slotInterval'
  | 'dailyLimit'
  | 'autoConfirm'
  | 'active'
  | 'cutOffMinutes'
  | 'bio'
  | 'name'
>;

const BOUNDS = {
  noticeMinutes: [0, 525_600, 'The notice lies between none and a year.'],
  horizonDays: [0, 365, 'The horizon lies between today and a year.'],
  slotInterval: [1, 1_440, 'The slot interval lies between a minute and a day.'],
  dailyLimit: [0, 1_000, 'The daily limit lies between none and 1,000.'],
  cutOffMinutes: [0, 525_600, 'The cut-off lies between none and a year.'],
} as const;

export async function setArtist(
  context: Context,
  actor: Actor,
  slug: string,
  rules: Rules,
): Promise<Outcome<ArtistRow>> {
  const artist = await ownArtist(context, actor, slug);
  if (!artist.ok) return artist;
  for (const [field, [least, most, message]] of Object.entries(BOUNDS)) {
    const value = rules[field as keyof typeof BOUNDS];
    if (value !== undefined && value !== null && !(value >= least && value <= most))
      return refused('invalid', message);
  }
  await transact(context.database, (transaction) => patchArtist(transaction, artist.value.id, rules));
  return artistBy(context, { slugs: [slug] });
}

/** Admins look after every artist, artists after themselves. */
async function ownArtist(context: Context, actor: Actor, slug: string): Promise<Outcome<ArtistRow>> {
  const [artist] = await listArtists(context.database, { slugs: [slug] });
  if (artist && (isAdmin(actor) || artist.userId === actor.userId)) return done(artist);
  return refused('not-found', 'There is no such artist.');
}

async function artistBy(
  context: Context,
  filter: Parameters<typeof listArtists>[1],
): Promise<Outcome<ArtistRow>> {
  const [artist] = await listArtists(context.database, filter);
  return artist ? done(artist) : refused('not-found', 'There is no such artist.');
}

export interface AddService {
  readonly artist: string;
  readonly name: string;
  readonly minutes: number;
  readonly bufferBefore?: number | undefined;
  readonly bufferAfter?: number | undefined;
  readonly price?: string | undefined;
  readonly deposit?: string | undefined;
  readonly needsChair?: boolean | undefined;
}

export async function addService(
  context: Context,
  actor: Actor,
  input: AddService,
): Promise<Outcome<ServiceRow>> {
  const artist = await ownArtist(context, actor, input.artist);
  if (!artist.ok) return artist;
  const { name, minutes, bufferBefore = 0, bufferAfter = 0 } = input;
  if (name.trim() === '' || name.length > 120)
    return refused('invalid', 'A service needs a name, of 120 characters at most.');
  if (![minutes, bufferBefore, bufferAfter].every(Number.isInteger) || minutes < 1 || minutes > 10_080)
    return refused('invalid', 'A service lasts between a minute and a week.');
  if ([bufferBefore, bufferAfter].some((buffer) => buffer < 0 || buffer > 1_440))
    return refused('invalid', 'A buffer lasts between nothing and a day.');
  const id = context.newId();
  await transact(context.database, (transaction) =>
    saveService(transaction, {
      id,
      artistId: artist.value.id,
      name: name.trim(),
      description: '',
      minutes,
      bufferBefore,
      bufferAfter,
      price: input.price ?? '',
      deposit: input.deposit ?? '',
      autoConfirm: null,
      noticeMinutes: null,
      needsChair: input.needsChair ?? false,
      questions: [],
      active: true,
      position: 0,
    }),
  );
  const [service] = await listServices(context.database, { ids: [id] });
  return service ? done(service) : refused('not-found', 'There is no such service.');
}

/** Replaces weekly hours, overrides and closures of an artist; all of it or, where something is wrong, nothing. */
export async function setHours(
  context: Context,
  actor: Actor,
  slug: string,
  input: unknown,
): Promise<Outcome<{ readonly artist: string }>> {
  const artist = await ownArtist(context, actor, slug);
  if (!artist.ok) return artist;
  const parsed = parseHours(input);
  if (!parsed.ok) {
    const words = parsed.problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
    return refused('invalid', words.slice(0, 5).join(' '), 'Nothing was changed.');
  }
  const { weekly, overrides, closures } = parsed.hours;
  await transact(context.database, async (transaction) => {
    await patchArtist(transaction, artist.value.id, { weekly });
    await setOverrides(transaction, artist.value.id, merged(overrides));
    await replaceClosures(transaction, context, artist.value.id, closures);
  });
  return done({ artist: slug });
}

/** Of several overrides for one date all ranges count. */
function merged(overrides: readonly { readonly date: string; readonly ranges: readonly object[] }[]) {
  const byDate = Map.groupBy(overrides, ({ date }) => date);
  return [...byDate].map(([date, list]) => ({ date, ranges: list.flatMap(({ ranges }) => ranges) }));
}

async function replaceClosures(
  transaction: Transaction,
  { newId }: Context,
  artistId: string,
  closures: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  await transaction.query('DELETE FROM closure WHERE artist_id = $1', [artistId]);
  for (const { from, to } of closures)
    await insertClosure(transaction, { id: newId(), artistId, from, to, reason: '' });
}
