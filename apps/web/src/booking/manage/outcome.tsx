import { Notice } from '../../ui/display/notice.tsx';
import type { ClientBooking } from '../api/answers.ts';
import { useReader } from '../language/reader.ts';

interface OutcomeProps {
  readonly booking: ClientBooking;
  /** What was answered in this very window. */
  readonly answered: 'CONFIRMED' | 'DECLINED' | null;
}

/** What has become of a request, who has answered it, and whether the client knows. */
export function Outcome({ booking, answered }: OutcomeProps) {
  const { words } = useReader();
  const { artist } = words.manage;
  const { state, turn, told, answeredBy } = booking;
  const client = { client: booking.client.name };
  const hint = told && artist.told[told](client);
  switch (state) {
    case 'REQUESTED':
      return turn === 'CLIENT' ? <Notice tone="accent" title={artist.proposed(client)} hint={hint} /> : null;
    case 'CONFIRMED':
    case 'DECLINED': {
      const by = answered === state ? 'here' : answeredBy === null ? 'else' : 'named';
      return (
        <Notice tone="accent" title={artist.decided[state][by]({ who: answeredBy ?? '' })} hint={hint} />
      );
    }
    case 'EXPIRED':
    case 'WITHDRAWN':
    case 'CANCELLED':
    case 'COMPLETED':
    case 'NO_SHOW':
      return <Notice tone="accent" title={artist.over[state](client)} />;
  }
}
