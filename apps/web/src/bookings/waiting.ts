import type { StudioBooking, StudioInquiry } from '../api/answers.ts';

export type Waiting =
  | { readonly kind: 'request'; readonly since: Date; readonly booking: StudioBooking }
  | { readonly kind: 'idea'; readonly since: Date; readonly inquiry: StudioInquiry };

/** Requests and ideas in one line, whoever has waited longest first. */
export function waitingLine(
  bookings: readonly StudioBooking[],
  inquiries: readonly StudioInquiry[],
): readonly Waiting[] {
  const requests = bookings.map((booking) => ({
    kind: 'request' as const,
    since: booking.createdAt,
    booking,
  }));
  const ideas = inquiries.map((inquiry) => ({ kind: 'idea' as const, since: inquiry.createdAt, inquiry }));
  return [...requests, ...ideas].toSorted((a, b) => a.since.getTime() - b.since.getTime());
}
