import type { ClientBooking } from '../api/answers.ts';

/** A request for which the artist has proposed another time is told apart: it is the client's turn (B13). */
export function shownState({
  state,
  turn,
}: Pick<ClientBooking, 'state' | 'turn'>): ClientBooking['state'] | 'PROPOSED' {
  return state === 'REQUESTED' && turn === 'CLIENT' ? 'PROPOSED' : state;
}
