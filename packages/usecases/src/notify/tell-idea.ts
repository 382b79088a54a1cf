import { listArtists } from '@atelier/database/booking/artist-store';
import type { InquiryRow } from '@atelier/database/inquiry/inquiry-store';
import type { Transaction } from '@atelier/database/transaction';
import type { Context } from '../context.ts';
import { tellDevices } from './tell-devices.ts';

const DAY_MS = 86_400_000;

/** An idea waits: for its artist, and for whoever else may answer it or give it to somebody. */
export async function tellIdea(
  transaction: Transaction,
  context: Pick<Context, 'newId' | 'given'>,
  { id, artistId, clientName, createdAt }: InquiryRow,
): Promise<void> {
  const [artist] = artistId === null ? [] : await listArtists(transaction, { ids: [artistId] });
  await tellDevices(transaction, context, {
    kind: 'request',
    roles: ['ADMIN', 'STAFF'],
    userId: artist?.userId ?? null,
    say: ({ idea }, { details }) => ({
      once: `idea:${id}`,
      title: details ? idea.titleOf({ client: clientName }) : idea.title,
      body: idea.body,
      path: `/inquiries/${id}`,
      at: createdAt,
      validUntil: new Date(createdAt.getTime() + DAY_MS),
    }),
  });
}
