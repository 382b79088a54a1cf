import type { Bytes } from '../bytes.ts';
import type { Queryable } from '../database.ts';
import { asKnown } from '../stored-json.ts';
import type { Transaction } from '../transaction.ts';
import { addLink } from './link-store.sql.ts';

/** Whom a link lets act: the client, or the artist who is asked by mail. */
export type LinkParty = 'client' | 'artist';

export interface BookingLinkRow {
  readonly bookingId: string;
  readonly party: LinkParty;
}

/** A link that opens one booking; of its token only the hash is kept (B10). */
export async function insertLink(
  { query }: Transaction,
  link: BookingLinkRow & { readonly tokenHash: Bytes },
  now: Date,
): Promise<void> {
  await query(addLink, { ...link, createdAt: now });
}

export async function findLink({ prisma }: Queryable, tokenHash: Bytes): Promise<BookingLinkRow | null> {
  const row = await prisma.bookingLink.findUnique({ where: { tokenHash } });
  return row && { bookingId: row.bookingId, party: asKnown(row.party) };
}
