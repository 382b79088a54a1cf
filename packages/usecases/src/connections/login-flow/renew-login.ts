import type { ConnectionRow } from '@atelier/database/account/connection-store';
import { markIssued, updateSignIn } from '@atelier/database/account/credential-store';
import { deleteLoginFlow, settleRenewed } from '@atelier/database/account/login-flow-store';
import type { IssuedLogin } from '@atelier/providers/port/login-flow';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { connectionOf } from '../account-rights.ts';
import { failedAccount } from '../failed-account.ts';
import { goOn } from '../renew-password.ts';
import { accessTo } from '../typed-account.ts';
import { forgetLogin } from './forget-login.ts';

/** Somebody signed in again: tried first, and refused when it is another account than before (P2). */
export async function renewLogin(
  context: Context,
  actor: Actor,
  { id, connectionId }: { readonly id: string; readonly connectionId: string },
  login: IssuedLogin,
): Promise<Outcome<null>> {
  const known = await connectionOf(context.database, actor, connectionId);
  if (!known.ok) return known;
  const went = await goOnIssued(context, actor, known.value, login);
  if (went.ok) {
    await settleRenewed(context.database, { id, secret: context.secrets.seal('', id), now: context.clock() });
  } else if (went.refusal.kind === 'conflict' && (await deleteLoginFlow(context.database, id))) {
    await forgetLogin(context, login);
  }
  return went;
}

export async function goOnIssued(
  context: Context,
  actor: Actor,
  { id, credentialId, accountId, name }: ConnectionRow,
  login: IssuedLogin,
): Promise<Outcome<null>> {
  const access = accessTo({ kind: 'nextcloud', url: login.address, ...login });
  const test = await (await context.gateways.of('nextcloud')).test(access);
  if (!test.ok) return refusedFor('provider', 'provider-failed', failedAccount(test.failure));
  const { username, password } = login;
  if (test.account.id !== accountId)
    return refusedFor('conflict', 'sign-in-other-account', { name, other: username });
  const secret = context.secrets.seal(password, credentialId);
  await updateSignIn(context.database, { id: credentialId, secret, username, scopes: [] });
  await markIssued(context.database, id);
  await goOn(context, actor, id);
  return done(null);
}
