import type { Bytes } from '../bytes.ts';
import type { Queryable } from '../database.ts';
import type { User } from '../generated/client.ts';
import { isWhole } from '../prisma/is-whole.ts';
import type { RowOf } from '../statement.ts';
import { asKnown } from '../stored-json.ts';
import type { Transaction } from '../transaction.ts';
import { takeLink } from './person-link-store.sql.ts';

export type PersonLinkRow = RowOf<typeof takeLink>;
export type PersonLinkKind = PersonLinkRow['kind'];

/** A person has one link at most: the newest. */
export async function putPersonLink(
  { prisma }: Transaction,
  link: PersonLinkRow & { readonly tokenHash: Bytes },
): Promise<void> {
  await prisma.personLink.upsert({ where: { userId: link.userId }, create: link, update: link });
}

export type LinkedPerson = PersonLinkRow & Pick<User, 'name' | 'email' | 'language'>;

/** Whose it is, as long as it opens; it opens nothing for somebody who is switched off. */
export async function findPersonLink(
  { prisma }: Queryable,
  tokenHash: Bytes,
  now: Date,
): Promise<LinkedPerson | null> {
  const row = await prisma.personLink.findFirst({
    where: { tokenHash, expiresAt: { gt: now }, user: { disabledAt: null } },
    omit: { tokenHash: true },
    include: { user: { select: { name: true, email: true, language: true } } },
  });
  if (!row || !isWhole(row, 'user')) return null;
  const { user, ...link } = row;
  return { ...link, ...user, kind: asKnown(link.kind) };
}

/** Takes it away for good. @returns null when it opens nothing (any more). */
export async function takePersonLink(
  transaction: Transaction,
  tokenHash: Bytes,
  now: Date,
): Promise<PersonLinkRow | null> {
  const [row] = await transaction.query(takeLink, { tokenHash, now });
  return row ?? null;
}

export async function dropPersonLink({ prisma }: Transaction, userId: string): Promise<void> {
  await prisma.personLink.deleteMany({ where: { userId } });
}
