import type { BookingState, InquiryState } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';

const REQUESTED: { states: BookingState[] } = { states: ['REQUESTED'] };
const OPEN: { states: InquiryState[] } = { states: ['OPEN'] };

/** What waits for an answer of the studio: booking requests, and ideas that nobody has answered. */
export function useWaiting() {
  const bookings = trpc.bookings.list.useQuery(REQUESTED);
  const inquiries = trpc.inquiries.list.useQuery(OPEN);
  return {
    // What was answered a moment ago and is still on its way does not wait any more.
    // What was proposed to a client waits for the client.
    requests: bookings.data?.filter(({ state, turn }) => state === 'REQUESTED' && turn === 'ARTIST') ?? [],
    ideas: inquiries.data?.filter(({ state }) => state === 'OPEN') ?? [],
    loading: (!bookings.data && !bookings.error) || (!inquiries.data && !inquiries.error),
    error: bookings.error ?? inquiries.error,
  };
}
