import { type Outcome, refusedFor } from '../../outcome.ts';
import type { Offer } from '../availability/offer.ts';
import type { BookSlot } from './booking-request.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Whether another time that would suit the client as well can be one at all: ahead, not beyond what may be booked, and
 * apart from the first, or it would be no choice.
 * It claims nothing and need not be on the grid; the artist may move the request there.
 */
export function wrongAlternative(
  { start, alternativeStart: alternative }: Pick<BookSlot, 'start' | 'alternativeStart'>,
  offers: readonly Offer[],
  now: Date,
): Outcome<never> | null {
  if (!alternative) return null;
  const horizon = Math.max(...offers.map(({ artist }) => artist.horizonDays));
  const ahead = alternative.getTime() - now.getTime();
  if (ahead > 0 && ahead <= (horizon + 1) * DAY_MS) {
    const shortest = Math.min(...offers.map(({ service }) => service.minutes)) * MINUTE_MS;
    const apart = Math.abs(alternative.getTime() - start.getTime()) >= shortest;
    return apart ? null : refusedFor('invalid', 'second-choice-overlaps');
  }
  return refusedFor('invalid', 'second-choice-impossible', { days: horizon });
}
