import { statement } from '../statement.ts';

/** By hand, as every booking writes several while others wait for their turn. */
export const addLink = statement({
  text: `INSERT INTO booking_link (token_hash, booking_id, party, created_at)
     VALUES ($tokenHash, $bookingId, $party, $createdAt)`,
  params: { tokenHash: 'bytea', bookingId: 'uuid', party: 'text', createdAt: 'timestamptz' },
  row: {},
});
