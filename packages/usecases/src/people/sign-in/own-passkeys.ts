import {
  findSecondFactor,
  listPasskeys,
  type PasskeyRow,
  removePasskey,
  renamePasskey,
} from '@atelier/database/people/second-factor-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';

export interface WaysIn {
  /** Whether a code is asked for after the password. */
  readonly secondFactor: boolean;
  readonly passkeys: readonly PasskeyRow[];
}

type PasskeyContext = Pick<Context, 'database'>;

/** How somebody signs in, besides by their password. */
export async function seeWaysIn({ database }: PasskeyContext, { userId }: Actor): Promise<WaysIn> {
  const [factor, passkeys] = await Promise.all([
    findSecondFactor(database, userId),
    listPasskeys(database, userId),
  ]);
  return { secondFactor: factor?.verified ?? false, passkeys };
}

export function nameMyPasskey(
  context: PasskeyContext,
  actor: Actor,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<Outcome<null>> {
  return change(context, actor, (transaction) =>
    renamePasskey(transaction, { id, userId: actor.userId, name: name.trim() }),
  );
}

export function removeMyPasskey(context: PasskeyContext, actor: Actor, id: string): Promise<Outcome<null>> {
  return change(context, actor, (transaction) => removePasskey(transaction, actor.userId, id));
}

/** It is there; open pages hear of it. */
export async function passkeyAdded(context: PasskeyContext, actor: Actor): Promise<void> {
  await change(context, actor, async () => true);
}

async function change(
  { database }: PasskeyContext,
  { userId }: Actor,
  work: (transaction: Transaction) => Promise<boolean>,
): Promise<Outcome<null>> {
  return transact(database, async (transaction) => {
    if (!(await work(transaction))) return refusedFor('not-found', 'no-passkey');
    transaction.announce({ topic: 'self', userId });
    transaction.announce({ topic: 'people' });
    return done(null);
  });
}
