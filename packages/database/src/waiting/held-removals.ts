import type { Queryable } from '../database.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import { heldIn, letHeldBe, objectsHeld } from './held-removals.sql.ts';

/** An event that the provider has no more, and that stays here until a person has decided. */
export type HeldObject = RowOf<typeof objectsHeld>;

/** Calendars with removals that nobody has decided on yet, the oldest first. */
export async function heldCalendars(
  { query }: Queryable,
  calendarIds: readonly string[],
): Promise<readonly RowOf<typeof heldIn>[]> {
  return query(heldIn, { calendarIds });
}

export async function heldObjects({ query }: Queryable, calendarId: string): Promise<readonly HeldObject[]> {
  return query(objectsHeld, { calendarId });
}

/** Nothing is held any more: what was is decided on. */
export async function releaseHeld(transaction: Transaction, calendarId: string): Promise<void> {
  await transaction.query(letHeldBe, { calendarId });
  transaction.announce({ topic: 'calendars', calendarId });
}
