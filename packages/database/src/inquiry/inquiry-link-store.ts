import type { Bytes } from '../bytes.ts';
import type { Queryable } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** A link that opens one inquiry for its client; of its token only the hash is kept (B10). */
export async function insertInquiryLink(
  { prisma }: Transaction,
  link: { readonly tokenHash: Bytes; readonly inquiryId: string },
  now: Date,
): Promise<void> {
  await prisma.inquiryLink.create({ data: { ...link, createdAt: now } });
}

/** @returns id of the inquiry. */
export async function findInquiryLink({ prisma }: Queryable, tokenHash: Bytes): Promise<string | null> {
  const row = await prisma.inquiryLink.findUnique({ where: { tokenHash } });
  return row?.inquiryId ?? null;
}
