import { statement } from '../statement.ts';

/** By hand, as every booking writes one while others wait for their turn. */
export const addStep = statement({
  text: `INSERT INTO booking_step (id, booking_id, at, action, party, actor_id, via, from_state, to_state, starts_at,
       ends_at, detail, unverified)
     VALUES ($id, $bookingId, $at, $action, $party, $actorId, $via, $fromState, $toState, $startsAt, $endsAt, $detail,
       $unverified)`,
  params: {
    id: 'uuid',
    bookingId: 'uuid',
    at: 'timestamptz',
    action: 'text',
    party: 'text',
    actorId: 'text?',
    via: 'text',
    fromState: 'BookingState?',
    toState: 'BookingState',
    startsAt: 'timestamptz',
    endsAt: 'timestamptz',
    detail: 'text?',
    unverified: 'bool',
  },
  row: {},
});
