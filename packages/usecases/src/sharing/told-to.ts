import { type Actor, seesPrivate } from '../actor.ts';
import type { EventPlace } from '../event-privacy.ts';

/**
 * How much of a calendar a file for this person says: all of it; what is private to its owner as busy time; or of
 * everything its time alone. What `eventAccess` decides for one event.
 */
export type Told = 'all' | 'public' | 'busy';

export function toldTo(actor: Actor, calendar: EventPlace): Told {
  if (calendar.level === 'busy') return 'busy';
  return seesPrivate(actor, calendar.ownerId) ? 'all' : 'public';
}
