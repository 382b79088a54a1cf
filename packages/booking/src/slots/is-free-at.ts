import type { EpochMs } from '@atelier/calendar/occurrence';
import { MINUTE_MS } from '../time/minutes.ts';
import type { SlotQuery } from './slot-query.ts';
import { TakenTime } from './taken-time.ts';

/**
 * Whether nothing takes any of this time: for one that the artist has proposed, to which neither hours nor grid apply.
 * The buffers of neighbours count; `end` is exclusive, and both are whole minutes.
 */
export function isFreeAt(
  { external, claims }: Pick<SlotQuery, 'external' | 'claims'>,
  start: EpochMs,
  end: EpochMs,
): boolean {
  const times = { minutes: (end - start) / MINUTE_MS, bufferBefore: 0, bufferAfter: 0 };
  return new TakenTime(times, external, claims).at(start / MINUTE_MS) === 'FREE';
}
