import type { Bytes } from '../bytes.ts';
import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

type Query = Pick<Database, 'query'> | Pick<Transaction, 'query'>;

export interface ImageRow {
  readonly id: string;
  readonly bookingId: string | null;
  readonly inquiryId: string | null;
  readonly artistId: string | null;
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
  readonly createdAt: Date;
}

export interface StoredImage extends ImageRow {
  readonly bytes: Bytes;
}

const COLUMNS = `id, booking_id AS "bookingId", inquiry_id AS "inquiryId", artist_id AS "artistId",
  content_type AS "contentType", width, height, created_at AS "createdAt"`;

export type NewImage = Omit<StoredImage, 'bookingId' | 'inquiryId' | 'artistId'>;

/** One that waits for its form to be sent; whoever has the token may attach it. */
export async function insertUpload(
  transaction: Transaction,
  image: NewImage,
  uploadHash: Bytes,
): Promise<void> {
  await transaction.query(
    `INSERT INTO image (id, upload_hash, content_type, width, height, bytes, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [image.id, uploadHash, image.contentType, image.width, image.height, image.bytes, image.createdAt],
  );
}

/** How many of them wait; they are locked until the transaction ends, in one order. */
export async function countUploads(
  transaction: Transaction,
  uploadHashes: readonly Bytes[],
): Promise<number> {
  const rows = await transaction.query(
    'SELECT 1 FROM image WHERE upload_hash = ANY ($1::bytea[]) ORDER BY id FOR UPDATE',
    [uploadHashes],
  );
  return rows.length;
}

export type ImageOwner = { readonly bookingId: string } | { readonly inquiryId: string };

/** @returns how many of them waited and belong to the owner now; a token counts once. */
export async function attachUploads(
  transaction: Transaction,
  owner: ImageOwner,
  uploadHashes: readonly Bytes[],
): Promise<number> {
  const rows = await transaction.query(
    `UPDATE image SET booking_id = $1, inquiry_id = $2, upload_hash = NULL
     WHERE upload_hash = ANY ($3::bytea[]) RETURNING 1`,
    [
      'bookingId' in owner ? owner.bookingId : null,
      'inquiryId' in owner ? owner.inquiryId : null,
      uploadHashes,
    ],
  );
  return rows.length;
}

export async function findImage({ query }: Query, id: string): Promise<StoredImage | null> {
  const [row] = await query<StoredImage>(`SELECT ${COLUMNS}, bytes FROM image WHERE id = $1`, [id]);
  return row ?? null;
}

/** Without their bytes, of bookings or inquiries, in the order of their arrival. */
export async function listImages(
  { query }: Query,
  owners: { readonly bookingIds: readonly string[] } | { readonly inquiryIds: readonly string[] },
): Promise<readonly ImageRow[]> {
  return query<ImageRow>(
    `SELECT ${COLUMNS} FROM image WHERE booking_id = ANY ($1::uuid[]) OR inquiry_id = ANY ($2::uuid[])
     ORDER BY created_at, id`,
    ['bookingIds' in owners ? owners.bookingIds : [], 'inquiryIds' in owners ? owners.inquiryIds : []],
  );
}

/** An artist has one picture; a new one takes its place. */
export async function setPicture(transaction: Transaction, artistId: string, image: NewImage): Promise<void> {
  await transaction.query(
    `INSERT INTO image (id, artist_id, content_type, width, height, bytes, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (artist_id) DO UPDATE SET (id, content_type, width, height, bytes, created_at)
       = ROW ($1, $3, $4, $5, $6, $7)`,
    [image.id, artistId, image.contentType, image.width, image.height, image.bytes, image.createdAt],
  );
}

/** @returns false when there was none. */
export async function deletePicture(transaction: Transaction, artistId: string): Promise<boolean> {
  return (
    (await transaction.query('DELETE FROM image WHERE artist_id = $1 RETURNING 1', [artistId])).length > 0
  );
}

/** Of an artist who takes bookings, by slug. */
export async function findPicture({ query }: Query, slug: string): Promise<StoredImage | null> {
  const [row] = await query<StoredImage>(
    `SELECT ${COLUMNS}, bytes FROM image
     WHERE artist_id = (SELECT id FROM artist WHERE slug = $1 AND active)`,
    [slug],
  );
  return row ?? null;
}

/** Which picture each artist has, by id of the artist: for addresses that change with the picture. */
export async function picturesOf(
  { query }: Query,
  artistIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; artistId: string }>(
    'SELECT id, artist_id AS "artistId" FROM image WHERE artist_id = ANY ($1::uuid[])',
    [artistIds],
  );
  return new Map(rows.map(({ id, artistId }) => [artistId, id]));
}

const WAITING_HOURS = 24;

/** Uploads whose form was never sent. */
export async function pruneUploads({ query }: Query, now: Date): Promise<void> {
  await query(
    `DELETE FROM image WHERE upload_hash IS NOT NULL AND created_at < $1::timestamptz - make_interval(hours => $2)`,
    [now, WAITING_HOURS],
  );
}
