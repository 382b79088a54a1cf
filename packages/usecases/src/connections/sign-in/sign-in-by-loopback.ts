import { isOAuthKind, type OAuthKind } from '@atelier/providers/kinds';
import type { SignInRight } from '@atelier/providers/port/sign-in';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { type Outcome, refusedFor } from '../../outcome.ts';
import { connectionOf, mayConnect } from '../account-rights.ts';
import type { ConnectedAccount, WishedAccount } from '../store-account.ts';
import { unguessable } from './begin-sign-in.ts';
import { storeSignedIn } from './connect-signed-in.ts';
import { renewSignIn } from './renew-sign-in.ts';
import { rightsOfAccount } from './rights-of-account.ts';
import { type FreshSignIn, redeemed, signInFor } from './sign-in-refused.ts';

/** Where a program listens on its own machine while somebody is on the provider's page (RFC 8252 7.3). */
export interface Loopback {
  readonly redirectUri: string;
  /** Shows the page to the person; resolves with what came back, null when nobody came in time. */
  ask(page: URL): Promise<URLSearchParams | null>;
}

export async function connectByLoopback(
  context: Context,
  actor: Actor,
  { kind, hint, ...wished }: WishedAccount & { readonly kind: OAuthKind; readonly hint: string | null },
  loopback: Loopback,
): Promise<Outcome<ConnectedAccount>> {
  if (!mayConnect(actor)) return refusedFor('forbidden', 'accounts-of-people');
  const fresh = await signInByLoopback(context, { kind, hint, rights: ['calendars'] }, loopback);
  return fresh.ok ? storeSignedIn(context, actor, kind, fresh.value, wished) : fresh;
}

export async function renewByLoopback(
  context: Context,
  actor: Actor,
  connectionId: string,
  loopback: Loopback,
): Promise<Outcome<{ readonly connectionId: string }>> {
  const known = await connectionOf(context.database, actor, connectionId);
  if (!known.ok) return known;
  const connection = known.value;
  if (!isOAuthKind(connection.kind)) return refusedFor('not-found', 'no-connection');
  const { kind, username: hint } = connection;
  const rights = await rightsOfAccount(context.database, connection);
  const fresh = await signInByLoopback(context, { kind, hint, rights }, loopback);
  if (!fresh.ok) return fresh;
  const renewed = await renewSignIn(context, actor, connection, fresh.value);
  return renewed.ok ? { ok: true, value: { connectionId } } : renewed;
}

interface AskedByLoopback {
  readonly kind: OAuthKind;
  readonly hint: string | null;
  readonly rights: readonly SignInRight[];
}

export async function signInByLoopback(
  context: Context,
  { kind, hint, rights }: AskedByLoopback,
  { redirectUri, ask }: Loopback,
): Promise<Outcome<FreshSignIn>> {
  const provider = signInFor(context, kind);
  if (!provider.ok) return provider;
  const [state, verifier] = [unguessable(context), unguessable(context)];
  const query = await ask(await provider.value.pageFor({ rights, redirectUri, state, verifier, hint }));
  // What came from elsewhere, and what came too late, are one to whoever waited.
  if (query?.get('state') !== state) return refusedFor('not-found', 'sign-in-unknown');
  return redeemed(context, kind, { query, rights, redirectUri, state, verifier });
}
