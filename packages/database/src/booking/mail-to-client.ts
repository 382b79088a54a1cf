import type { Queryable } from '../database.ts';

/**
 * What has become of the mail that told the client of this version of a booking; null when there is none. Mails to the
 * studio bear `artist-` in their occasion.
 */
export async function mailToClient(
  { prisma }: Queryable,
  { bookingId, version }: { readonly bookingId: string; readonly version: number },
): Promise<'waiting' | 'sent' | 'unsent' | null> {
  const mail = await prisma.mail.findFirst({
    where: {
      once: { startsWith: `booking:${bookingId}:`, endsWith: `:v${version}`, not: { contains: ':artist-' } },
    },
    select: { state: true },
    orderBy: { createdAt: 'desc' },
  });
  if (!mail) return null;
  if (mail.state === 'SENT') return 'sent';
  return mail.state === 'WAITING' || mail.state === 'HELD' ? 'waiting' : 'unsent';
}
