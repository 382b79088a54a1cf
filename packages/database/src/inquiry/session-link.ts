import type { Bytes } from '../bytes.ts';
import type { Queryable } from '../database.ts';

/**
 * The booking of one session, for who holds a link to the inquiry: a booking's own links are known to mails only, so the
 * page of the idea opens it by the idea's link and the number of the session.
 */
export async function findSessionLink(
  { prisma }: Queryable,
  inquiryTokenHash: Bytes,
  session: number,
): Promise<{ readonly bookingId: string } | null> {
  const row = await prisma.inquirySession.findFirst({
    where: { number: session, inquiry: { links: { some: { tokenHash: inquiryTokenHash } } } },
    select: { bookingId: true },
  });
  return row?.bookingId == null ? null : { bookingId: row.bookingId };
}
