import { type Actor, seesPrivate } from './actor.ts';

/** Anything that carries what an event says: the event itself, a waiting write, a conflict, a tombstone. */
export interface EventContent {
  /** Marked as not for everybody: CLASS is PRIVATE, CONFIDENTIAL or unknown (RFC 5545 3.8.1.3). */
  readonly private: boolean;
}

/**
 * The one check before anybody is shown what an event says, or changes it: `refused` is what somebody else has marked
 * as private. Readers leave it out or show when it is and no more; writers leave it alone.
 */
export function eventAccess(
  actor: Actor,
  calendar: { readonly ownerId: string },
  content: EventContent,
): 'shown' | 'refused' {
  return !content.private || seesPrivate(actor, calendar.ownerId) ? 'shown' : 'refused';
}
