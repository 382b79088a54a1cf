import { markIssued } from '@atelier/database/account/credential-store';
import { deleteLoginFlow } from '@atelier/database/account/login-flow-store';
import type { IssuedLogin } from '@atelier/providers/port/login-flow';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { type Outcome, refusedFor } from '../../outcome.ts';
import { connectAccount } from '../connect-account.ts';
import type { ConnectedAccount, WishedAccount } from '../store-account.ts';
import { openLogin } from './look-at-login.ts';
import { loginIn } from './sealed-login.ts';

/** Stores the account that somebody has signed in to on the page of their Nextcloud, with the calendars they chose (P9). */
export async function connectLogin(
  context: Context,
  actor: Actor,
  { loginId, ...wished }: WishedAccount & { readonly loginId: string },
): Promise<Outcome<ConnectedAccount>> {
  const opened = await openLogin(context, actor, loginId);
  if (!opened.ok) return opened;
  const { grantedAt, connectionId } = opened.value;
  if (grantedAt === null || connectionId !== null) return refusedFor('not-found', 'sign-in-unknown');
  const stored = await storeIssued(context, actor, loginIn(context, opened.value), wished);
  if (stored.ok) await deleteLoginFlow(context.database, loginId);
  return stored;
}

/** One that is connected already goes on with this app password. */
export async function storeIssued(
  context: Context,
  actor: Actor,
  { address: url, username, password }: IssuedLogin,
  wished: WishedAccount,
): Promise<Outcome<ConnectedAccount>> {
  const typed = { kind: 'nextcloud', url, username, password } as const;
  const stored = await connectAccount(context, actor, { ...typed, ...wished });
  if (stored.ok) await markIssued(context.database, stored.value.connectionId);
  return stored;
}
