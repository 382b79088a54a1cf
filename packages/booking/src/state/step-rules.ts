export type BookingState =
  | 'REQUESTED'
  | 'CONFIRMED'
  | 'DECLINED' // by the artist, before it was confirmed
  | 'EXPIRED' // nobody answered in time
  | 'WITHDRAWN' // by the client, before it was confirmed
  | 'CANCELLED' // by either, after it was confirmed
  | 'COMPLETED'
  | 'NO_SHOW';

/**
 * Who has the next word about a request (B13): the artist answers what the client asks for; what the artist has proposed
 * instead, the client answers. Kept when the request ends, so that it can be said who did not answer.
 */
export type Turn = 'ARTIST' | 'CLIENT';

export type Party = 'client' | 'artist' | 'system';

export type BookingAction =
  | 'confirm'
  | 'accept'
  | 'decline'
  | 'expire'
  | 'withdraw'
  | 'cancel'
  | 'reschedule'
  | 'complete'
  | 'no-show';

interface StepRule {
  readonly by: readonly Party[];
  /** Where the step leads from each state in which it is possible. */
  readonly from: { readonly [State in BookingState]?: BookingState };
  /** Only when the appointment has begun. */
  readonly onceBegun?: true;
  /** Only when it is that side’s turn. */
  readonly turn?: Turn;
}

export const RULES: { readonly [Action in BookingAction]: StepRule } = {
  // The system confirms where the artist wants no requests.
  confirm: { by: ['artist', 'system'], from: { REQUESTED: 'CONFIRMED' } },
  // The client says yes to what the artist proposed.
  accept: { by: ['client'], from: { REQUESTED: 'CONFIRMED' }, turn: 'CLIENT' },
  decline: { by: ['artist'], from: { REQUESTED: 'DECLINED' } },
  expire: { by: ['system'], from: { REQUESTED: 'EXPIRED' } },
  withdraw: { by: ['client'], from: { REQUESTED: 'WITHDRAWN' } },
  cancel: { by: ['client', 'artist'], from: { CONFIRMED: 'CANCELLED' } },
  reschedule: { by: ['client', 'artist'], from: { REQUESTED: 'REQUESTED', CONFIRMED: 'CONFIRMED' } },
  complete: { by: ['artist', 'system'], from: { CONFIRMED: 'COMPLETED' }, onceBegun: true },
  'no-show': { by: ['artist'], from: { CONFIRMED: 'NO_SHOW' }, onceBegun: true },
};
