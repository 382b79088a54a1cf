import { claimSignedIn, findConnection } from '@atelier/database/account/connection-store';
import { deleteProviderSignIn } from '@atelier/database/account/provider-sign-in-store';
import type { OAuthKind } from '@atelier/providers/kinds';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { looksAfter } from '../account-rights.ts';
import {
  type ConnectedAccount,
  connectedAlready,
  known,
  storeAccount,
  tryAccount,
  type WishedAccount,
} from '../store-account.ts';
import { heldAccess } from './held-credential.ts';
import { goOnSignedIn } from './renew-sign-in.ts';
import { packTokens } from './sealed-tokens.ts';
import { heldIn, openSignIn } from './see-sign-in.ts';
import type { FreshSignIn } from './sign-in-refused.ts';

/** Stores the account that somebody has signed in to on the provider's page, with the calendars that they chose (P9). */
export async function connectSignedIn(
  context: Context,
  actor: Actor,
  { signInId, ...wished }: WishedAccount & { readonly signInId: string },
): Promise<Outcome<ConnectedAccount>> {
  const found = await openSignIn(context, actor, signInId);
  if (!found.ok) return found;
  const { row, outcome } = found.value;
  if (outcome.is !== 'found') return refusedFor('not-found', 'sign-in-unknown');
  const fresh = { ...heldIn(context, row), scopes: row.scopes };
  const stored = await storeSignedIn(context, actor, row.kind, fresh, wished);
  if (stored.ok) await deleteProviderSignIn(context.database, row.id);
  return stored;
}

/** One that is connected already goes on with this sign-in. */
export async function storeSignedIn(
  context: Context,
  actor: Actor,
  kind: OAuthKind,
  fresh: FreshSignIn,
  wished: WishedAccount,
): Promise<Outcome<ConnectedAccount>> {
  const access = heldAccess(kind, fresh);
  const tried = await tryAccount(context, actor, access, wished);
  if (!tried.ok) return tried;
  const { account } = tried.value.test;
  const credential = {
    kind: 'OAUTH',
    username: fresh.signedIn.name ?? account.name,
    scopes: fresh.scopes,
    seal: (id: string) => context.secrets.seal(packTokens(fresh), id),
  } as const;
  const { address } = access;
  const stored = await storeAccount(
    context,
    tried.value,
    { kind, address, name: wished.name, credential },
    (transaction) => claimSignedIn(transaction, { kind, accountId: account.id }),
  );
  if (!('taken' in stored)) return stored;
  const before = await findConnection(context.database, stored.taken.id);
  if (!before || !looksAfter(actor, before)) return connectedAlready(account);
  const calendars = await goOnSignedIn(context, actor, before, fresh);
  return done({ connectionId: before.id, calendars: calendars.map(known), renewed: true });
}
