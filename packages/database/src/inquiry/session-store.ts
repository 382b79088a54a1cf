import type { Queryable } from '../database.ts';
import type { BookingState, InquirySession, OfferedTime } from '../generated/client.ts';
import type { Transaction } from '../transaction.ts';

/** One sitting of the work, with its booking where there is one. Numbers are from 1 on. */
export type SessionRow = Readonly<InquirySession> & {
  readonly bookingState: BookingState | null;
  readonly bookingStartsAt: Date | null;
  readonly bookingEndsAt: Date | null;
};

export type OfferedTimeRow = Readonly<OfferedTime>;

/** In the order of their numbers. */
export async function listSessions(
  { prisma }: Queryable,
  inquiryIds: readonly string[],
): Promise<readonly SessionRow[]> {
  const rows = await prisma.inquirySession.findMany({
    where: { inquiryId: { in: [...inquiryIds] } },
    include: { booking: { select: { state: true, startsAt: true, endsAt: true } } },
    orderBy: [{ inquiryId: 'asc' }, { number: 'asc' }],
  });
  return rows.map(({ booking, ...row }) => ({
    ...row,
    bookingState: booking?.state ?? null,
    bookingStartsAt: booking?.startsAt ?? null,
    bookingEndsAt: booking?.endsAt ?? null,
  }));
}

/** In the order of time. */
export async function listOfferedTimes(
  { prisma }: Queryable,
  inquiryIds: readonly string[],
): Promise<readonly OfferedTimeRow[]> {
  return prisma.offeredTime.findMany({
    where: { session: { inquiryId: { in: [...inquiryIds] } } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
}

export type NewSession = Pick<SessionRow, 'id' | 'inquiryId' | 'number' | 'minutes'>;

/** A new session, or one whose length has changed. @returns its id. */
export async function saveSession(
  { prisma }: Transaction,
  { id, inquiryId, number, minutes }: NewSession,
): Promise<string> {
  const row = await prisma.inquirySession.upsert({
    where: { inquiryId_number: { inquiryId, number } },
    create: { id, inquiryId, number, minutes },
    update: { minutes },
    select: { id: true },
  });
  return row.id;
}

/** Takes away sessions beyond so many: the work was planned anew. */
export async function dropSessionsAfter(
  { prisma }: Transaction,
  inquiryId: string,
  number: number,
): Promise<void> {
  await prisma.inquirySession.deleteMany({ where: { inquiryId, number: { gt: number } } });
}

/** Replaces what was offered for a session. */
export async function replaceTimes(
  { prisma }: Transaction,
  sessionId: string,
  times: readonly Pick<OfferedTimeRow, 'id' | 'startsAt'>[],
): Promise<void> {
  await prisma.offeredTime.deleteMany({ where: { sessionId } });
  await prisma.offeredTime.createMany({
    data: times.map(({ id, startsAt }) => ({ id, sessionId, startsAt })),
  });
}

export async function setSessionBooking(
  { prisma }: Transaction,
  sessionId: string,
  bookingId: string,
): Promise<void> {
  await prisma.inquirySession.updateMany({ where: { id: sessionId }, data: { bookingId } });
}
