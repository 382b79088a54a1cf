import { type Arrangement, findArrangement, saveArrangement } from '@atelier/database/people/dashboard-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isPerson } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

/** How this person has arranged their dashboard; as it comes, where they have not. */
export async function seeArrangement(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
): Promise<Arrangement> {
  const kept = isPerson(actor) ? await findArrangement(database, actor.userId) : null;
  return kept ?? { order: [], hidden: [] };
}

/** It is theirs, on every device. */
export async function arrangeWidgets(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  arrangement: Arrangement,
): Promise<Outcome<Arrangement>> {
  if (!isPerson(actor)) return refusedFor('forbidden', 'people-only');
  await transact(database, (transaction) => saveArrangement(transaction, actor.userId, arrangement));
  return done(arrangement);
}
