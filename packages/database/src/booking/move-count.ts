import type { Queryable } from '../database.ts';

/** How often its client has moved a booking: since `since`, and in all. */
export async function countMoves(
  { prisma }: Queryable,
  bookingId: string,
  since: Date,
): Promise<{ readonly lately: number; readonly inAll: number }> {
  const moves = await prisma.bookingStep.findMany({
    where: { bookingId, action: 'reschedule', party: 'client' },
    select: { at: true },
  });
  return { lately: moves.filter(({ at }) => at > since).length, inAll: moves.length };
}
