import type { Bytes } from '../bytes.ts';
import type { Queryable } from '../database.ts';
import type { Inquiry, InquiryState } from '../generated/client.ts';
import type { Transaction } from '../transaction.ts';
import { inquiriesWith, inquiryToLock } from './inquiry-store.sql.ts';

/** An idea that a client has described; the artist answers with a quote and with times to choose from. */
export type InquiryRow = Readonly<Omit<Inquiry, 'originHash'>>;

const SHOWN = { omit: { originHash: true } } as const;

/** @param originHash of the address that it came from; null for nobody's. */
export async function insertInquiry(
  transaction: Transaction,
  inquiry: InquiryRow,
  originHash: Bytes | null,
): Promise<void> {
  await transaction.prisma.inquiry.create({ data: { ...inquiry, originHash } });
  if (inquiry.expiresAt) expireAt(transaction, inquiry.id, inquiry.expiresAt);
}

/** Where it is answered before, or gets another time to be answered until, there is nothing to do then. */
function expireAt(transaction: Transaction, id: string, at: Date): void {
  transaction.enqueue('expire-inquiry', { id }, { at, key: `${id}@${at.toISOString()}` });
}

export type InquiryPatch = Partial<
  Pick<
    InquiryRow,
    'artistId' | 'state' | 'quote' | 'deposit' | 'message' | 'version' | 'expiresAt' | 'updatedAt'
  >
>;

export async function patchInquiry(transaction: Transaction, id: string, patch: InquiryPatch): Promise<void> {
  await transaction.prisma.inquiry.updateMany({ where: { id }, data: patch });
  if (patch.expiresAt) expireAt(transaction, id, patch.expiresAt);
}

/** Locked until the transaction ends: two answers at once are one after the other. */
export async function lockInquiry(transaction: Transaction, id: string): Promise<InquiryRow | null> {
  await transaction.query(inquiryToLock, { id });
  return findInquiry(transaction, id);
}

export async function findInquiry({ prisma }: Queryable, id: string): Promise<InquiryRow | null> {
  return prisma.inquiry.findUnique({ where: { id }, ...SHOWN });
}

export interface InquiryFilter {
  readonly ids?: readonly string[] | undefined;
  readonly states?: readonly InquiryState[] | undefined;
  /** Of artists who sign in as this person, and those that nobody has taken; null for everybody's. */
  readonly visibleTo: string | null;
  readonly limit: number;
}

/** What waits for the studio first, the newest of each first. */
export async function listInquiries(
  { prisma, query }: Queryable,
  { ids, states, visibleTo, limit }: InquiryFilter,
): Promise<readonly InquiryRow[]> {
  const found = await query(inquiriesWith, { ids: ids ?? null, states: states ?? null, visibleTo, limit });
  const rows = await prisma.inquiry.findMany({ where: { id: { in: found.map(({ id }) => id) } }, ...SHOWN });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id }) => byId.get(id) ?? []);
}

/** Those that waited long enough, for an answer or for a choice. */
export async function lapsedInquiries({ prisma }: Queryable, now: Date): Promise<readonly string[]> {
  const rows = await prisma.inquiry.findMany({
    where: { state: { in: ['OPEN', 'OFFERED'] }, expiresAt: { lte: now } },
    select: { id: true },
    orderBy: { expiresAt: 'asc' },
  });
  return rows.map(({ id }) => id);
}
