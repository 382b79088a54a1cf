import type { ArtistRow } from '@atelier/database/booking/artist-store';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import type { Transaction } from '@atelier/database/transaction';
import type { Context } from '../context.ts';
import { spokenTime } from '../mail/spoken-time.ts';
import { tellDevices } from './tell-devices.ts';

const DAY_MS = 86_400_000;

/** A request waits: the artist, and whoever else may answer it. */
export async function tellRequest(
  transaction: Transaction,
  context: Pick<Context, 'newId' | 'given'>,
  { booking, artist }: { readonly booking: BookingRow; readonly artist: ArtistRow },
): Promise<void> {
  const { id, clientName, startsAt, createdAt } = booking;
  await tellDevices(transaction, context, {
    kind: 'request',
    roles: ['ADMIN', 'STAFF'],
    userId: artist.userId,
    say: ({ request }, { details, language }) => ({
      once: `request:${id}`,
      title: details ? request.titleOf({ client: clientName }) : request.title,
      body: request.body({
        artist: artist.name,
        when: spokenTime(language, artist.timeZone).short(startsAt),
      }),
      path: `/bookings/${id}`,
      at: createdAt,
      validUntil: new Date(createdAt.getTime() + DAY_MS),
    }),
  });
}
