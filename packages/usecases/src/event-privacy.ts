import type { ShareLevel } from '@atelier/database/sharing/share-level';
import { type Actor, seesPrivate } from './actor.ts';

/** Anything that carries what an event says: the event itself, a waiting write, a conflict, a tombstone. */
export interface EventContent {
  /** Marked as not for everybody: CLASS is PRIVATE, CONFIDENTIAL or unknown (RFC 5545 3.8.1.3). */
  readonly private: boolean;
}

/** Of the calendar, what counts for who may read its events. */
export interface EventPlace {
  readonly ownerId: string;
  /** What the actor may do in it. */
  readonly level: ShareLevel;
}

/**
 * The one check before anybody is shown what an event says, or changes it: `refused` is what somebody else has marked
 * as private, and everything where only busy times are shared. Readers leave it out or show when it is and no more;
 * writers leave it alone.
 */
export function eventAccess(actor: Actor, calendar: EventPlace, content: EventContent): 'shown' | 'refused' {
  if (calendar.level === 'busy') return 'refused';
  return !content.private || seesPrivate(actor, calendar.ownerId) ? 'shown' : 'refused';
}
