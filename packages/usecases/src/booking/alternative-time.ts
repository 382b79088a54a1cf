import { type Outcome, refused } from '../outcome.ts';
import type { Offer } from './offer.ts';

const DAY_MS = 86_400_000;

/**
 * Whether another time that would suit the client as well can be one at all: ahead, and not beyond what may be booked.
 * It claims nothing and need not be on the grid; the artist may move the request there.
 */
export function wrongAlternative(
  alternative: Date | null | undefined,
  offers: readonly Offer[],
  now: Date,
): Outcome<never> | null {
  if (!alternative) return null;
  const horizon = Math.max(...offers.map(({ artist }) => artist.horizonDays));
  const ahead = alternative.getTime() - now.getTime();
  if (ahead > 0 && ahead <= (horizon + 1) * DAY_MS) return null;
  return refused(
    'invalid',
    'The other time that would suit you cannot be booked.',
    `Choose one within the next ${horizon} days, or leave it out.`,
  );
}
