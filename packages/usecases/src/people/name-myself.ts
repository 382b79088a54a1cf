import { patchPerson } from '@atelier/database/people/person-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isPerson } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { readPersonName } from './read-person.ts';

/** What the first admin is called until they say their own name; no mail greets anybody by it. */
export const UNNAMED = 'Admin';

/** How somebody is called, in lists and in mails to them. */
export async function nameMyself(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
  typed: string,
): Promise<Outcome<{ readonly name: string }>> {
  if (!isPerson(actor)) return refusedFor('forbidden', 'people-only');
  const name = readPersonName(typed);
  if (!name.ok) return name;
  await transact(database, async (transaction) => {
    await patchPerson(transaction, actor.userId, { name: name.value }, clock());
    transaction.announce({ topic: 'people' });
    transaction.announce({ topic: 'self', userId: actor.userId });
  });
  return done({ name: name.value });
}
