import type { Queryable } from '../database.ts';
import { given } from '../patch.ts';
import type { RowOf } from '../statement.ts';
import { toJson } from '../stored-json.ts';
import type { Transaction } from '../transaction.ts';
import { artistsWith, deleteUnbooked } from './artist-store.sql.ts';

/** Who can be booked, with the rules that hold unless a service says otherwise. */
export type ArtistRow = RowOf<typeof artistsWith>;

export interface ArtistFilter {
  readonly ids?: readonly string[] | undefined;
  readonly slugs?: readonly string[] | undefined;
  readonly activeOnly?: boolean;
}

export async function listArtists(
  { query }: Queryable,
  { ids, slugs, activeOnly = false }: ArtistFilter = {},
): Promise<readonly ArtistRow[]> {
  return query(artistsWith, { ids: ids ?? null, slugs: slugs ?? null, activeOnly });
}

export type NewArtist = Pick<ArtistRow, 'id' | 'userId' | 'name' | 'slug' | 'timeZone' | 'calendarId'>;

/** @returns false when the slug is taken. */
export async function insertArtist(
  { prisma }: Transaction,
  { id, userId, name, slug, timeZone, calendarId }: NewArtist,
  now: Date,
): Promise<boolean> {
  const data = { id, userId, name, slug, timeZone, calendarId, createdAt: now };
  return (await prisma.artist.createMany({ data, skipDuplicates: true })).count > 0;
}

/** Left out: as it is. */
export type ArtistPatch = {
  readonly [Field in keyof Omit<ArtistRow, 'id' | 'slug' | 'blocking'>]?: ArtistRow[Field] | undefined;
};

export async function patchArtist(
  { prisma }: Transaction,
  id: string,
  { weekly, ...patch }: ArtistPatch,
): Promise<void> {
  const data = given({ ...patch, weekly: weekly && toJson(weekly) });
  if (Object.keys(data).length > 0) await prisma.artist.updateMany({ where: { id }, data });
}

export async function setBlocking(
  { prisma }: Transaction,
  artistId: string,
  calendarIds: readonly string[],
): Promise<void> {
  await prisma.blockingCalendar.deleteMany({ where: { artistId } });
  const rows = [...new Set(calendarIds)].map((calendarId) => ({ artistId, calendarId }));
  await prisma.blockingCalendar.createMany({ data: rows });
}

/** With services and hours. @returns false, and nothing is changed, where bookings or inquiries stand. */
export async function deleteArtist(transaction: Transaction, id: string): Promise<boolean> {
  return (await transaction.query(deleteUnbooked, { id })).length > 0;
}
