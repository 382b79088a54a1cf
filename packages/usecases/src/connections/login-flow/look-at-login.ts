import { findConnection } from '@atelier/database/account/connection-store';
import {
  claimAsking,
  deleteLoginFlow,
  findLoginFlow,
  keepGranted,
  type LoginFlowRow,
} from '@atelier/database/account/login-flow-store';
import { type IssuedLogin, LOGIN_PAGE_LASTS } from '@atelier/providers/port/login-flow';
import type { RemoteCalendar } from '@atelier/providers/port/remote-calendar';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { mayConnect } from '../account-rights.ts';
import { answered } from '../answered.ts';
import { failedAccount } from '../failed-account.ts';
import { beginsAfter } from '../sign-in/begin-sign-in.ts';
import { accessTo } from '../typed-account.ts';
import { loginFlowOf } from './begin-login.ts';
import { forgetLogin } from './forget-login.ts';
import { renewLogin } from './renew-login.ts';
import { loginIn, packLogin, pollIn } from './sealed-login.ts';

/** How it stands with somebody's sign-in at their Nextcloud. */
export type SeenLogin =
  | { readonly is: 'waiting' }
  | { readonly is: 'renewed'; readonly name: string }
  | { readonly is: 'found'; readonly name: string; readonly calendars: readonly RemoteCalendar[] };

/** For the person who began it, again and again until they have agreed; it asks their Nextcloud at a pace of its own. */
export async function lookAtLogin(context: Context, actor: Actor, id: string): Promise<Outcome<SeenLogin>> {
  const opened = await openLogin(context, actor, id);
  if (!opened.ok) return opened;
  const row = opened.value;
  if (row.renewedAt !== null) return renewed(context, row);
  const login = row.grantedAt === null ? await askOnce(context, row) : done(loginIn(context, row));
  if (!login.ok) return login;
  if (login.value === null) return done({ is: 'waiting' });
  if (row.connectionId === null) return calendarsOf(context, login.value);
  const went = await renewLogin(context, actor, { ...row, connectionId: row.connectionId }, login.value);
  return went.ok ? renewed(context, row) : went;
}

/** Of this person, and not too old. */
export async function openLogin(
  { database, clock }: Context,
  actor: Actor,
  id: string,
): Promise<Outcome<LoginFlowRow>> {
  if (!mayConnect(actor)) return refusedFor('forbidden', 'accounts-of-people');
  const row = await findLoginFlow(database, { id, userId: actor.userId, since: beginsAfter(clock()) });
  return row ? done(row) : refusedFor('not-found', 'sign-in-unknown');
}

/** However many pages wait for it, so much lies between two requests. */
const PACE_MS = 2_000;

/** Null: not yet. */
async function askOnce(context: Context, row: LoginFlowRow): Promise<Outcome<IssuedLogin | null>> {
  const { database, secrets, clock } = context;
  const { id } = row;
  const now = clock();
  const ends = row.createdAt.toTemporalInstant().add(LOGIN_PAGE_LASTS);
  if (Temporal.Instant.compare(now.toTemporalInstant(), ends) > 0) {
    await deleteLoginFlow(database, id);
    return refusedFor('conflict', 'login-ended');
  }
  const turn = await claimAsking(database, { id, before: new Date(now.getTime() - PACE_MS), now });
  if (!turn) return done(null);
  const asked = await answered(async () => (await loginFlowOf(context)).ask(pollIn(context, row)));
  if (!asked.ok || asked.value === null) return asked;
  // The Nextcloud tells it once: kept before anything else can go wrong.
  const kept = await keepGranted(database, { id, secret: secrets.seal(packLogin(asked.value), id), now });
  if (kept) return asked;
  await forgetLogin(context, asked.value);
  return refusedFor('not-found', 'sign-in-unknown');
}

async function calendarsOf({ gateways }: Context, login: IssuedLogin): Promise<Outcome<SeenLogin>> {
  const access = accessTo({ kind: 'nextcloud', url: login.address, ...login });
  const test = await (await gateways.of('nextcloud')).test(access);
  if (!test.ok) return refusedFor('provider', 'provider-failed', failedAccount(test.failure));
  if (test.calendars.length === 0) return refusedFor('provider', 'account-empty');
  return done({ is: 'found', name: test.account.name, calendars: test.calendars });
}

async function renewed(context: Context, { connectionId }: LoginFlowRow): Promise<Outcome<SeenLogin>> {
  const connection = await findConnection(context.database, connectionId ?? '');
  return connection
    ? done({ is: 'renewed', name: connection.name })
    : refusedFor('not-found', 'no-connection');
}
