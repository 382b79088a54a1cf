import { insertLoginFlow } from '@atelier/database/account/login-flow-store';
import type { LoginFlow, LoginPage } from '@atelier/providers/port/login-flow';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { connectionOf, mayConnect } from '../account-rights.ts';
import { answered } from '../answered.ts';
import { beginsAfter } from '../sign-in/begin-sign-in.ts';
import { packPoll } from './sealed-login.ts';

/** A new account at an address, or one that signs in again. */
export type BeginLogin = { readonly url: string } | { readonly connectionId: string };

export interface BegunLogin {
  readonly id: string;
  /** On the person's own Nextcloud, for their browser. */
  readonly page: string;
}

/** Asks a Nextcloud for a sign-in page; whether somebody has agreed on it is seen by `lookAtLogin`. */
export async function beginLogin(
  context: Context,
  actor: Actor,
  input: BeginLogin,
): Promise<Outcome<BegunLogin>> {
  if (!mayConnect(actor)) return refusedFor('forbidden', 'accounts-of-people');
  const again =
    'connectionId' in input ? await connectionOf(context.database, actor, input.connectionId) : null;
  if (again?.ok === false) return again;
  if (again && again.value.kind !== 'nextcloud') return refusedFor('not-found', 'no-connection');
  const begun = await loginPage(context, 'url' in input ? input.url : (again?.value.address ?? ''));
  if (!begun.ok) return begun;
  const { page, poll } = begun.value;
  const id = context.newId();
  const createdAt = context.clock();
  const secret = context.secrets.seal(packPoll(poll), id);
  const connectionId = again?.value.id ?? null;
  const { userId } = actor;
  await insertLoginFlow(
    context.database,
    { id, userId, connectionId, secret, createdAt },
    beginsAfter(createdAt),
  );
  return done({ id, page });
}

export function loginPage(context: Context, address: string): Promise<Outcome<LoginPage>> {
  return answered(async () => (await loginFlowOf(context)).begin(address));
}

export async function loginFlowOf({ gateways }: Pick<Context, 'gateways'>): Promise<LoginFlow> {
  const { loginFlow } = await gateways.of('nextcloud');
  if (loginFlow) return loginFlow;
  throw new TypeError('this gateway knows no sign-in pages');
}
