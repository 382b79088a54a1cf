import type { ChangeHub } from '@atelier/database/feed/change-hub';
import type { Context } from '../../context.ts';
import { done, type Outcome } from '../../outcome.ts';
import { OPENS_NOTHING } from '../link/opened-link.ts';
import { watchLink } from '../live/watch-link.ts';
import { type ClientBooking, clientBooking } from './client-booking.ts';
import { readLink } from './see-by-link.ts';

type Asked = Pick<Context, 'database' | 'clock'> & { readonly hub: Pick<ChangeHub, 'subscribe'> };

/** The booking behind a link as it is, and as it becomes, whoever changes it and from where (I6). */
export function watchByLink(
  context: Asked,
  token: string,
  signal: AbortSignal,
): AsyncGenerator<Outcome<ClientBooking>> {
  let artistId: string | null = null;
  return watchLink(
    {
      hub: context.hub,
      async see() {
        const seen = await readLink(context, token);
        artistId = seen?.artist.id ?? null;
        return seen ? done(clientBooking(seen)) : OPENS_NOTHING;
      },
      concerns: (change) =>
        change.topic === 'bookings' && (change.subject === null || change.subject === artistId),
    },
    signal,
  );
}
