import type { Party, Turn } from '@atelier/booking/state/step-rules';
import type { StepRow } from '@atelier/database/booking/step-store';
import type { ArtistMailKind } from './artist-mail.ts';
import type { ClientMailKind } from './client-mail.ts';

export interface MailsOfStep {
  readonly client: ClientMailKind | null;
  readonly artist: ArtistMailKind | null;
}

/** Who is told what of a step. The client hears of everything, of their own doing too; the artist of the client's. */
export function mailsOfStep({
  action,
  toState,
  by,
  turn,
}: Pick<StepRow, 'action' | 'toState'> & { readonly by: Party; readonly turn: Turn }): MailsOfStep {
  const client = by === 'client';
  switch (toState) {
    case 'REQUESTED':
      return client
        ? { client: 'requestMovedByClient', artist: 'requestMoved' }
        : { client: 'requestMovedByArtist', artist: null };
    case 'CONFIRMED':
      if (action === 'accept') return { client: 'confirmed', artist: 'accepted' };
      if (action !== 'reschedule') return { client: 'confirmed', artist: null };
      return client
        ? { client: 'movedByClient', artist: 'moved' }
        : { client: 'movedByArtist', artist: null };
    case 'CANCELLED':
      return client
        ? { client: 'cancelledByClient', artist: 'cancelled' }
        : { client: 'cancelledByArtist', artist: null };
    case 'DECLINED':
      return { client: 'declined', artist: null };
    case 'WITHDRAWN':
      return { client: 'withdrawn', artist: 'withdrawn' };
    case 'EXPIRED':
      return turn === 'CLIENT'
        ? { client: 'proposalExpired', artist: 'proposalExpired' }
        : { client: 'expired', artist: null };
    // What has taken place needs no mail.
    case 'COMPLETED':
    case 'NO_SHOW':
      return { client: null, artist: null };
  }
}
