import { listKnownNames } from '@atelier/database/people/known-names';
import { type Actor, sightOf } from '../actor.ts';
import type { Context } from '../context.ts';

/** More than anybody remembers: the latest of them are whom people write about. */
const MOST = 2_000;

/** Names that a sentence of this person may mean: the artists, and the clients of the bookings that they see. */
export function knownNames(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
): Promise<readonly string[]> {
  return listKnownNames(database, sightOf(actor), MOST);
}
