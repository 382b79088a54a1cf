import { claimAccount, findConnection, insertConnection } from '@atelier/database/account/connection-store';
import { insertCredential } from '@atelier/database/account/credential-store';
import { insertCalendars, type NewCalendar } from '@atelier/database/calendar/calendar-store';
import { findFirstAdmin, findUserByEmail, findUserById } from '@atelier/database/people/user-store';
import { tellDue } from '@atelier/database/source/source-pace';
import { transact } from '@atelier/database/transaction';
import type { Account, PasswordCredential } from '@atelier/providers/port/account';
import type { AccountTest } from '@atelier/providers/port/gateway';
import type { RemoteCalendar } from '@atelier/providers/port/remote-calendar';
import { type Actor, isAdmin, isPerson } from '../actor.ts';
import type { CalendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { asLine } from '../plain-text.ts';
import { readStudio } from '../studio/read-studio.ts';
import { failedAccount } from './failed-account.ts';
import { goOnWith } from './renew-password.ts';
import { accessTo, type TypedAccount } from './typed-account.ts';

export interface ConnectAccount extends TypedAccount {
  /** Shown in lists; the user and the host when left out. */
  readonly name?: string | undefined;
  /** Whose account it is: the person's e-mail; the actor when left out. */
  readonly ownerEmail?: string | undefined;
  /** Hrefs of the calendars to keep in step. */
  readonly select: 'all' | 'none' | readonly string[];
  readonly demo?: boolean;
}

export interface ConnectedAccount {
  readonly connectionId: string;
  readonly calendars: readonly ConnectedCalendar[];
  /** It was known, and goes on with this password; ids and calendars are those that it had. */
  readonly renewed: boolean;
}

export interface ConnectedCalendar {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly readOnly: boolean;
  readonly color: string | null;
  readonly selected: boolean;
}

/**
 * Tests an account, and when it answers stores it with its calendars and has the first pull begin at once. One that is
 * known and has stopped, or has another password now, goes on with the one that works.
 */
export async function connectAccount(
  context: Context,
  actor: Actor,
  input: ConnectAccount,
): Promise<Outcome<ConnectedAccount>> {
  const tried = await tryAccount(context, actor, input);
  if (!tried.ok) return tried;
  const stored = await store(context, tried.value, input);
  return 'taken' in stored
    ? renew(context, actor, stored.taken, credentialOf(tried.value.test.account, input).password)
    : stored;
}

/** Nothing new to say to one that works with this very password. */
async function renew(
  context: Context,
  actor: Actor,
  taken: { readonly id: string; readonly name: string },
  password: string,
): Promise<Outcome<ConnectedAccount>> {
  const before = await findConnection(context.database, taken.id);
  if (!before) return connectedAlready(taken);
  const same = context.secrets.open(before.secret, before.credentialId) === password;
  if (same && before.state === 'ACTIVE') return connectedAlready(taken);
  const calendars = await goOnWith(context, actor, before, password);
  return done({ connectionId: before.id, calendars: calendars.map(known), renewed: true });
}

function known({ id, name, href, readOnly, color, enabled }: CalendarOverview): ConnectedCalendar {
  return { id, name, href: href ?? '', readOnly, color, selected: enabled };
}

/** What connecting would make, with everything tried; stores nothing. */
export async function rehearseConnection(
  context: Context,
  actor: Actor,
  input: ConnectAccount,
): Promise<Outcome<readonly ConnectedCalendar[]>> {
  const tried = await tryAccount(context, actor, input);
  if (!tried.ok) return tried;
  const { account } = tried.value.test;
  const { username } = credentialOf(account, input);
  const taken = await transact(context.database, (transaction) =>
    claimAccount(transaction, { accountId: account.id, username }),
  );
  return taken ? connectedAlready(taken) : done(tried.value.calendars.map(connected));
}

interface TriedAccount {
  readonly connectionId: string;
  readonly owner: { readonly id: string };
  readonly test: Extract<AccountTest, { ok: true }>;
  readonly calendars: readonly NewCalendar[];
}

async function tryAccount(
  context: Context,
  actor: Actor,
  input: ConnectAccount,
): Promise<Outcome<TriedAccount>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const owner = await ownerOf(context, actor, input.ownerEmail);
  if (!owner) return refusedFor('not-found', 'no-colleague');
  const test = await context.gateways.of(input.kind).test(accessTo(input));
  if (!test.ok) return refusedFor('provider', 'provider-failed', failedAccount(test.failure));
  if (test.calendars.length === 0) {
    return refusedFor('provider', 'account-empty');
  }
  const connectionId = context.newId();
  const { zone } = await readStudio(context.database, context);
  const calendars = test.calendars.map((remote) =>
    newCalendar({ ...context, zone }, owner.id, connectionId, remote, input.select),
  );
  return done({ connectionId, owner, test, calendars });
}

async function ownerOf({ database }: Context, actor: Actor, email: string | undefined) {
  if (email !== undefined) return findUserByEmail(database, email);
  return isPerson(actor) ? findUserById(database, actor.userId) : findFirstAdmin(database);
}

async function store(
  context: Context,
  { connectionId, owner, test, calendars }: TriedAccount,
  input: ConnectAccount,
): Promise<Outcome<ConnectedAccount> | { readonly taken: { readonly id: string; readonly name: string } }> {
  return transact(context.database, async (transaction) => {
    const { id: accountId, name, reach, keep } = test.account;
    const { username, password } = credentialOf(test.account, input);
    const taken = await claimAccount(transaction, { accountId, username });
    if (taken) return { taken };
    const credentialId = context.newId();
    await insertCredential(transaction, {
      id: credentialId,
      ownerId: owner.id,
      kind: 'PASSWORD',
      username,
      secret: context.secrets.seal(password, credentialId),
    });
    await insertConnection(transaction, {
      id: connectionId,
      ownerId: owner.id,
      kind: input.kind,
      name: asLine(input.name ?? '') || name,
      address: keep?.address ?? input.url,
      accountId,
      reach,
      credentialId,
      addresses: test.addresses,
      addressesAt: context.clock(),
      demo: input.demo ?? false,
    });
    await insertCalendars(transaction, calendars);
    transaction.announce({ topic: 'calendars', calendarId: null });
    await tellDue(transaction);
    return done({ connectionId, calendars: calendars.map(connected), renewed: false });
  });
}

/** What lets us in from now on: what was typed, unless the provider makes one secret of it. */
function credentialOf({ keep }: Account, { username, password }: TypedAccount): PasswordCredential {
  return keep?.credential ?? { kind: 'password', username, password };
}

function connectedAlready({ name }: { readonly name: string }): Outcome<never> {
  return refusedFor('conflict', 'account-connected', { name });
}

function newCalendar(
  { newId, zone, clock }: Pick<Context, 'newId' | 'clock'> & { readonly zone: string },
  ownerId: string,
  connectionId: string,
  remote: RemoteCalendar,
  select: ConnectAccount['select'],
): NewCalendar {
  return {
    id: newId(),
    ownerId,
    connectionId,
    href: remote.href,
    name: remote.name,
    color: remote.color,
    description: remote.description,
    timeZone: remote.timeZone ?? zone,
    readOnly: remote.readOnly,
    ownedByOther: remote.ownedByOther,
    enabled: select === 'all' || (select !== 'none' && select.includes(remote.href)),
    capabilities: remote.capabilities,
    nextSyncAt: clock(),
  };
}

function connected(calendar: NewCalendar): ConnectedCalendar {
  const { id, name, href, readOnly, color, enabled } = calendar;
  return { id, name, href, readOnly, color, selected: enabled };
}
