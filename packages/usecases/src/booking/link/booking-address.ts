/** The page on which whoever has the token sees, moves, cancels or answers a booking. */
export function bookingAddress(url: string, token: string): string {
  return new URL(`/booking/${token}`, url).href;
}
