import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, type Refusal, refusedFor } from '../outcome.ts';
import { type ConnectAccount, connectAccount, rehearseConnection } from './connect-account.ts';
import type { ConnectedCalendar } from './store-account.ts';

export interface ImportedConnection {
  readonly url: string;
  readonly user: string;
  /**
   * `there`: it was connected before; nothing was done but to go on with this password. `rehearsed`: everything was tried, nothing stored.
   * `failed`: the others are done all the same.
   */
  readonly outcome: 'connected' | 'rehearsed' | 'there' | 'failed';
  readonly connectionId: string | null;
  readonly calendars: readonly ConnectedCalendar[];
  readonly error: Refusal | null;
}

/**
 * Connects many accounts, one after the other: many sign-ins at one server at once look like an attack.
 * Doing it twice is harmless: what is connected already stays as it is.
 */
export async function importConnections(
  context: Context,
  actor: Actor,
  accounts: readonly ConnectAccount[],
  { dryRun }: { readonly dryRun: boolean },
): Promise<Outcome<readonly ImportedConnection[]>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const imported: ImportedConnection[] = [];
  for (const account of accounts) imported.push(await importOne(context, actor, account, dryRun));
  return done(imported);
}

async function importOne(
  context: Context,
  actor: Actor,
  account: ConnectAccount,
  dryRun: boolean,
): Promise<ImportedConnection> {
  const { url, username: user } = account;
  const nothing = { url, user, connectionId: null, calendars: [], error: null };
  if (dryRun) {
    const rehearsed = await rehearseConnection(context, actor, account);
    if (rehearsed.ok) return { ...nothing, outcome: 'rehearsed', calendars: rehearsed.value };
    return { ...nothing, ...withoutSuccess(rehearsed.refusal) };
  }
  const connected = await connectAccount(context, actor, account);
  if (connected.ok) {
    const { renewed, ...account } = connected.value;
    return { ...nothing, outcome: renewed ? 'there' : 'connected', ...account };
  }
  return { ...nothing, ...withoutSuccess(connected.refusal) };
}

function withoutSuccess(refusal: Refusal): Pick<ImportedConnection, 'outcome' | 'error'> {
  if (refusal.kind === 'conflict') return { outcome: 'there', error: null };
  return { outcome: 'failed', error: refusal };
}
