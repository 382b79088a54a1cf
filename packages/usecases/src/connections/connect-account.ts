import { claimAccount, findConnection } from '@atelier/database/account/connection-store';
import { transact } from '@atelier/database/transaction';
import type { Account, PasswordCredential } from '@atelier/providers/port/account';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome } from '../outcome.ts';
import { looksAfter } from './account-rights.ts';
import { goOnWith } from './renew-password.ts';
import {
  type ConnectedAccount,
  type ConnectedCalendar,
  connected,
  connectedAlready,
  known,
  storeAccount,
  type Taken,
  tryAccount,
  type WishedAccount,
} from './store-account.ts';
import { accessTo, type TypedAccount } from './typed-account.ts';

export type ConnectAccount = TypedAccount & WishedAccount;

/**
 * Tests an account, and when it answers stores it with its calendars and has the first pull begin at once. One that is
 * known and has stopped, or has another password now, goes on with the one that works.
 */
export async function connectAccount(
  context: Context,
  actor: Actor,
  input: ConnectAccount,
): Promise<Outcome<ConnectedAccount>> {
  const tried = await tryAccount(context, actor, accessTo(input), input);
  if (!tried.ok) return tried;
  const { account } = tried.value.test;
  const { kind, name, demo = false } = input;
  const address = account.keep?.address ?? input.url;
  const { username, password } = credentialOf(account, input);
  const credential = {
    kind: 'PASSWORD',
    username,
    scopes: [],
    seal: (id: string) => context.secrets.seal(password, id),
  } as const;
  const stored = await storeAccount(
    context,
    tried.value,
    { kind, address, name, demo, credential },
    (transaction) => claimAccount(transaction, { accountId: account.id, username }),
  );
  return 'taken' in stored
    ? renew(context, actor, { ...stored.taken, shown: account.name }, password)
    : stored;
}

/** Nothing new to say to one that works with this very password. */
async function renew(
  context: Context,
  actor: Actor,
  taken: Taken & { readonly shown: string },
  password: string,
): Promise<Outcome<ConnectedAccount>> {
  const before = await findConnection(context.database, taken.id);
  // What somebody else has called it is not for whoever happens to have its password, too.
  if (!before || !looksAfter(actor, before)) return connectedAlready({ name: taken.shown });
  const same = context.secrets.open(before.secret, before.credentialId) === password;
  if (same && before.state === 'ACTIVE') return connectedAlready(taken);
  const calendars = await goOnWith(context, actor, before, password);
  return done({ connectionId: before.id, calendars: calendars.map(known), renewed: true });
}

/** What connecting would make, with everything tried; stores nothing. */
export async function rehearseConnection(
  context: Context,
  actor: Actor,
  input: ConnectAccount,
): Promise<Outcome<readonly ConnectedCalendar[]>> {
  const tried = await tryAccount(context, actor, accessTo(input), input);
  if (!tried.ok) return tried;
  const { account } = tried.value.test;
  const { username } = credentialOf(account, input);
  const taken = await transact(context.database, (transaction) =>
    claimAccount(transaction, { accountId: account.id, username }),
  );
  return taken ? connectedAlready(taken) : done(tried.value.calendars.map(connected));
}

/** What lets us in from now on: what was typed, unless the provider makes one secret of it. */
function credentialOf({ keep }: Account, { username, password }: TypedAccount): PasswordCredential {
  return keep?.credential ?? { kind: 'password', username, password };
}
