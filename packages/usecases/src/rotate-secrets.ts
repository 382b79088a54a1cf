import { allConnections, updateSecret } from '@atelier/database/connection-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from './actor.ts';
import type { Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';

/** Encrypts every stored password with the current secret; all of them or none. */
export async function rotateSecrets(
  { database, secrets }: Pick<Context, 'database' | 'secrets'>,
  actor: Actor,
): Promise<Outcome<{ readonly rotated: number; readonly total: number }>> {
  if (!isAdmin(actor)) return refused('forbidden', 'Only an admin rotates secrets.');
  return transact(database, async (transaction) => {
    const connections = await allConnections(transaction);
    const stale = connections.filter(({ secret }) => secrets.isStale(secret));
    for (const { id, secret } of stale) {
      await updateSecret(transaction, id, secrets.seal(secrets.open(secret, id), id));
    }
    return done({ rotated: stale.length, total: connections.length });
  });
}
