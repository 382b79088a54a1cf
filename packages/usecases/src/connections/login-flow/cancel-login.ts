import { deleteLoginFlow } from '@atelier/database/account/login-flow-store';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome } from '../../outcome.ts';
import { forgetLogin } from './forget-login.ts';
import { openLogin } from './look-at-login.ts';
import { loginIn } from './sealed-login.ts';

/** Nobody waits any more; an app password that is there already is taken back, unless an account goes on with it. */
export async function cancelLogin(
  context: Context,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly cancelled: boolean }>> {
  const opened = await openLogin(context, actor, id);
  if (!opened.ok) return opened.refusal.kind === 'not-found' ? done({ cancelled: false }) : opened;
  const row = opened.value;
  const mine = await deleteLoginFlow(context.database, id);
  if (mine && row.grantedAt !== null && row.renewedAt === null)
    await forgetLogin(context, loginIn(context, row));
  return done({ cancelled: mine });
}
