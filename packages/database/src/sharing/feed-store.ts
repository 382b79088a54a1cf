import type { Bytes } from '../bytes.ts';
import type { Queryable } from '../database.ts';
import type { CalendarFeed } from '../generated/client.ts';
import type { Role } from '../generated/enums.ts';
import { isWhole } from '../prisma/is-whole.ts';
import type { Transaction } from '../transaction.ts';

/** An address by which a calendar program follows a calendar. `fetchedAt` is to the minute; null: never. */
export interface FeedRow extends Omit<CalendarFeed, 'tokenHash' | 'version' | 'changedAt'> {
  /** Who made it. */
  readonly userName: string;
}

const SHOWN = {
  omit: { tokenHash: true, version: true, changedAt: true },
  include: { user: { select: { name: true } } },
} as const;

export async function insertFeed(
  { prisma }: Transaction,
  feed: Omit<FeedRow, 'fetchedAt' | 'userName'> & { readonly tokenHash: Bytes },
): Promise<void> {
  await prisma.calendarFeed.create({ data: feed, select: { id: true } });
}

export async function feedsOf({ prisma }: Queryable, calendarId: string): Promise<readonly FeedRow[]> {
  const rows = await prisma.calendarFeed.findMany({
    ...SHOWN,
    where: { calendarId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows
    .filter((row) => isWhole(row, 'user'))
    .map(({ user, ...feed }) => ({ ...feed, userName: user.name }));
}

export async function findFeed(
  { prisma }: Queryable,
  id: string,
): Promise<Pick<CalendarFeed, 'id' | 'calendarId' | 'userId'> | null> {
  return prisma.calendarFeed.findUnique({
    where: { id },
    select: { id: true, calendarId: true, userId: true },
  });
}

export async function deleteFeed({ prisma }: Transaction, id: string): Promise<boolean> {
  return (await prisma.calendarFeed.deleteMany({ where: { id } })).count > 0;
}

export interface OpenFeed extends Omit<CalendarFeed, 'tokenHash'> {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly role: Role;
    readonly language: string | null;
  };
}

const READER = { id: true, name: true, email: true, role: true, language: true } as const;

/** That of this address; none of somebody who is switched off. */
export async function openFeed({ prisma }: Queryable, tokenHash: Bytes): Promise<OpenFeed | null> {
  const feed = await prisma.calendarFeed.findFirst({
    where: { tokenHash, user: { disabledAt: null } },
    omit: { tokenHash: true },
    include: { user: { select: READER } },
  });
  return feed && isWhole(feed, 'user') ? feed : null;
}

const NOTED_EVERY_MS = 60_000;

/** That somebody asked; not more than once a minute, so that reading stays reading. */
export async function noteFetched({ prisma }: Queryable, id: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - NOTED_EVERY_MS);
  const seldom = { id, OR: [{ fetchedAt: null }, { fetchedAt: { lt: before } }] };
  await prisma.calendarFeed.updateMany({ where: seldom, data: { fetchedAt: now } });
}

/** That it says something else than before. */
export async function noteVersion(
  { prisma }: Queryable,
  id: string,
  { version, changedAt }: { readonly version: string; readonly changedAt: Date },
): Promise<void> {
  await prisma.calendarFeed.updateMany({ where: { id }, data: { version, changedAt } });
}
