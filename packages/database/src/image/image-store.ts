import type { Bytes } from '../bytes.ts';
import type { Queryable } from '../database.ts';
import type { Image } from '../generated/client.ts';
import type { Transaction } from '../transaction.ts';
import { uploadsToLock } from './image-store.sql.ts';

export type ImageRow = Readonly<Omit<Image, 'bytes' | 'uploadHash'>>;

export interface StoredImage extends ImageRow {
  readonly bytes: Bytes;
}

export type NewImage = Omit<StoredImage, 'bookingId' | 'inquiryId' | 'artistId'>;

/** One that waits for its form to be sent; whoever has the token may attach it. */
export async function insertUpload(
  { prisma }: Transaction,
  image: NewImage,
  uploadHash: Bytes,
): Promise<void> {
  await prisma.image.create({ data: { ...image, uploadHash }, select: { id: true } });
}

/** How many of them wait; they are locked until the transaction ends. */
export async function countUploads(
  transaction: Transaction,
  uploadHashes: readonly Bytes[],
): Promise<number> {
  return (await transaction.query(uploadsToLock, { uploadHashes })).length;
}

export type ImageOwner = { readonly bookingId: string } | { readonly inquiryId: string };

/** @returns how many of them waited and belong to the owner now; a token counts once. */
export async function attachUploads(
  { prisma }: Transaction,
  owner: ImageOwner,
  uploadHashes: readonly Bytes[],
): Promise<number> {
  const { count } = await prisma.image.updateMany({
    where: { uploadHash: { in: [...uploadHashes] } },
    data: { ...owner, uploadHash: null },
  });
  return count;
}

export async function findImage({ prisma }: Queryable, id: string): Promise<StoredImage | null> {
  const row = await prisma.image.findUnique({ where: { id }, omit: { uploadHash: true } });
  return row && { ...row, bytes: Buffer.from(row.bytes) };
}

/** Without their bytes, of bookings or inquiries, in the order of their arrival. */
export async function listImages(
  { prisma }: Queryable,
  owners: { readonly bookingIds: readonly string[] } | { readonly inquiryIds: readonly string[] },
): Promise<readonly ImageRow[]> {
  const where =
    'bookingIds' in owners
      ? { bookingId: { in: [...owners.bookingIds] } }
      : { inquiryId: { in: [...owners.inquiryIds] } };
  return prisma.image.findMany({
    where,
    omit: { bytes: true, uploadHash: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

/** An artist has one picture; a new one takes its place. */
export async function setPicture({ prisma }: Transaction, artistId: string, image: NewImage): Promise<void> {
  const data = { ...image, artistId };
  await prisma.image.upsert({ where: { artistId }, create: data, update: data, select: { id: true } });
}

/** @returns false when there was none. */
export async function deletePicture({ prisma }: Transaction, artistId: string): Promise<boolean> {
  return (await prisma.image.deleteMany({ where: { artistId } })).count > 0;
}

/** Of an artist who takes bookings, by slug. */
export async function findPicture({ prisma }: Queryable, slug: string): Promise<StoredImage | null> {
  const row = await prisma.image.findFirst({
    where: { artist: { slug, active: true } },
    omit: { uploadHash: true },
  });
  return row && { ...row, bytes: Buffer.from(row.bytes) };
}

/** Which picture each artist has, by id of the artist: for addresses that change with the picture. */
export async function picturesOf(
  { prisma }: Queryable,
  artistIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await prisma.image.findMany({
    where: { artistId: { in: [...artistIds] } },
    select: { id: true, artistId: true },
  });
  return new Map(rows.flatMap(({ id, artistId }) => (artistId === null ? [] : [[artistId, id] as const])));
}

const WAITING_MS = 24 * 3_600_000;

/** Uploads whose form was never sent. */
export async function pruneUploads({ prisma }: Queryable, now: Date): Promise<void> {
  const before = new Date(now.getTime() - WAITING_MS);
  await prisma.image.deleteMany({ where: { uploadHash: { not: null }, createdAt: { lt: before } } });
}
