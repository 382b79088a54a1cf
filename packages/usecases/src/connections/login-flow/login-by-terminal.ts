import { type IssuedLogin, LOGIN_PAGE_LASTS } from '@atelier/providers/port/login-flow';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { connectionOf, mayConnect } from '../account-rights.ts';
import { answered } from '../answered.ts';
import type { ConnectedAccount, WishedAccount } from '../store-account.ts';
import { loginFlowOf, loginPage } from './begin-login.ts';
import { storeIssued } from './connect-login.ts';
import { forgetLogin } from './forget-login.ts';
import { goOnIssued } from './renew-login.ts';

/** A program whose person opens a page in a browser. */
export interface Terminal {
  show(page: URL): void;
  /** Resolves when it is time to ask again. */
  pause(): Promise<unknown>;
}

/** Of Nextcloud, without a user name or password typed. */
export async function connectByTerminal(
  context: Context,
  actor: Actor,
  { url, ...wished }: WishedAccount & { readonly url: string },
  terminal: Terminal,
): Promise<Outcome<ConnectedAccount>> {
  if (!mayConnect(actor)) return refusedFor('forbidden', 'accounts-of-people');
  const login = await signedIn(context, url, terminal);
  if (!login.ok) return login;
  const stored = await storeIssued(context, actor, login.value, wished);
  if (!stored.ok) await forgetLogin(context, login.value);
  return stored;
}

export async function renewByTerminal(
  context: Context,
  actor: Actor,
  connectionId: string,
  terminal: Terminal,
): Promise<Outcome<{ readonly connectionId: string }>> {
  const known = await connectionOf(context.database, actor, connectionId);
  if (!known.ok) return known;
  const connection = known.value;
  if (connection.kind !== 'nextcloud') return refusedFor('not-found', 'no-connection');
  const login = await signedIn(context, connection.address, terminal);
  if (!login.ok) return login;
  const went = await goOnIssued(context, actor, connection, login.value);
  if (went.ok) return done({ connectionId });
  await forgetLogin(context, login.value);
  return went;
}

async function signedIn(
  context: Context,
  address: string,
  { show, pause }: Terminal,
): Promise<Outcome<IssuedLogin>> {
  const begun = await loginPage(context, address);
  if (!begun.ok) return begun;
  const { page, poll } = begun.value;
  const ends = context.clock().toTemporalInstant().add(LOGIN_PAGE_LASTS);
  show(new URL(page));
  while (Temporal.Instant.compare(context.clock().toTemporalInstant(), ends) < 0) {
    await pause();
    const asked = await answered(async () => (await loginFlowOf(context)).ask(poll));
    if (!asked.ok) return asked;
    if (asked.value !== null) return done(asked.value);
  }
  return refusedFor('conflict', 'login-ended');
}
