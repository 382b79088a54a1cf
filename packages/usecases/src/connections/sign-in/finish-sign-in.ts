import {
  type ProviderSignInRow,
  settleProviderSignIn,
  takeAnswered,
} from '@atelier/database/account/provider-sign-in-store';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import type { Outcome, Refusal } from '../../outcome.ts';
import { connectionOf, mayConnect } from '../account-rights.ts';
import { beginsAfter, hashOf } from './begin-sign-in.ts';
import { renewSignIn } from './renew-sign-in.ts';
import { packTokens } from './sealed-tokens.ts';
import { type FreshSignIn, redeemed } from './sign-in-refused.ts';

/** What came of a sign-in, as it waits for the person to look. */
export type SignInOutcome =
  | { readonly is: 'refused'; readonly refusal: Refusal }
  /** Its tokens are in the row, and what it opens can be chosen. */
  | { readonly is: 'found' }
  | { readonly is: 'renewed'; readonly connectionId: string; readonly name: string };

export interface FinishedSignIn {
  /** By which they see what came of it. */
  readonly id: string;
  /** What they had gone there for. */
  readonly begunAt: 'connections' | 'mail';
}

interface Visit {
  readonly actor: Actor;
  readonly sessionId: string;
}

/**
 * Somebody comes back from the provider's page.
 * @returns the id by which they see what came of it; null when nobody waits for this answer: it is another's, too old,
 * or came before. A sign-in that is still on its way is left as it is.
 */
export async function finishSignIn(
  context: Context,
  visit: Visit | null,
  query: URLSearchParams,
): Promise<FinishedSignIn | null> {
  const state = query.get('state');
  if (!visit || !mayConnect(visit.actor) || state === null) return null;
  const { sessionId, actor } = visit;
  const now = context.clock();
  const asked = { stateHash: hashOf(state), sessionId, userId: actor.userId };
  const row = await takeAnswered<SignInOutcome>(context.database, asked, { since: beginsAfter(now), now });
  if (!row) return null;
  const { id, kind, rights, redirectUri } = row;
  const verifier = context.secrets.open(row.secret, id);
  const fresh = await redeemed(context, kind, {
    query,
    rights,
    redirectUri,
    state,
    verifier,
  });
  const outcome = await outcomeOf(context, actor, row, fresh);
  const kept = outcome.is === 'found' && fresh.ok ? packTokens(fresh.value) : '';
  const scopes = fresh.ok ? [...fresh.value.scopes] : [];
  await settleProviderSignIn(context.database, id, {
    outcome,
    scopes,
    secret: context.secrets.seal(kept, id),
  });
  const begunAt = row.connectionId === null && rights.includes('mail') ? 'mail' : 'connections';
  return { id, begunAt };
}

async function outcomeOf(
  context: Context,
  actor: Actor,
  { connectionId }: ProviderSignInRow<SignInOutcome>,
  fresh: Outcome<FreshSignIn>,
): Promise<SignInOutcome> {
  if (!fresh.ok) return { is: 'refused', refusal: fresh.refusal };
  if (connectionId === null) return { is: 'found' };
  const known = await connectionOf(context.database, actor, connectionId);
  if (!known.ok) return { is: 'refused', refusal: known.refusal };
  const renewed = await renewSignIn(context, actor, known.value, fresh.value);
  if (!renewed.ok) return { is: 'refused', refusal: renewed.refusal };
  return { is: 'renewed', connectionId, name: known.value.name };
}
