import type { Viewer } from '@atelier/database/calendar/calendar-list';

/** On whose behalf something is done. Made from a session or by the command line, never from input. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

export type Role = 'ADMIN' | 'STAFF' | 'ARTIST';

/** The operator at the machine: whoever can run commands there may do everything. */
export const OPERATOR: Actor = { userId: 'operator', name: 'Operator', email: '', role: 'ADMIN' };

/** Of whoever acts by a key: nobody who has an account. */
export const KEY_PREFIX = 'key:';

/** Whether there is a person behind it, who owns things. */
export function isPerson({ userId }: Actor): boolean {
  return userId !== OPERATOR.userId && !userId.startsWith(KEY_PREFIX);
}

/** Whether events that their author marked private are shown in full. */
export function seesPrivate(actor: Actor, ownerId: string): boolean {
  return actor.userId === ownerId || actor.userId === OPERATOR.userId;
}

export function isAdmin(actor: Actor): boolean {
  return actor.role === 'ADMIN';
}

/** As whom somebody looks at calendars; what they see and may do there, `listCalendars` alone decides. */
export function viewerOf(actor: Actor): Viewer {
  const operator = actor.userId === OPERATOR.userId;
  return { userId: operator ? null : actor.userId, studio: actor.role !== 'ARTIST' };
}

/** Whose bookings and ideas this person sees: admins and the front desk all of them (null), artists their own. */
export function sightOf(actor: Actor): string | null {
  return actor.role === 'ARTIST' ? actor.userId : null;
}
