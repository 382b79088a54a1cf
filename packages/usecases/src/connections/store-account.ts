import { insertConnection } from '@atelier/database/account/connection-store';
import { insertCredential } from '@atelier/database/account/credential-store';
import { insertCalendars, type NewCalendar } from '@atelier/database/calendar/calendar-store';
import { findFirstAdmin, findUserByEmail, findUserById } from '@atelier/database/people/user-store';
import { tellDue } from '@atelier/database/source/source-pace';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { AccountAccess } from '@atelier/providers/port/account';
import type { AccountTest } from '@atelier/providers/port/gateway';
import type { RemoteCalendar } from '@atelier/providers/port/remote-calendar';
import { type Actor, isPerson } from '../actor.ts';
import type { CalendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { asLine } from '../plain-text.ts';
import { readStudio } from '../studio/read-studio.ts';
import { looksAfter, mayConnect } from './account-rights.ts';
import { failedAccount } from './failed-account.ts';

/** What is wanted of an account, however it lets us in. */
export interface WishedAccount {
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
  /** It was known, and goes on with this password or sign-in; ids and calendars are those that it had. */
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

export interface TriedAccount {
  readonly connectionId: string;
  readonly owner: { readonly id: string };
  readonly test: Extract<AccountTest, { ok: true }>;
  readonly calendars: readonly NewCalendar[];
}

/** Everything up to the list of its calendars; stores nothing. */
export async function tryAccount(
  context: Context,
  actor: Actor,
  access: AccountAccess,
  { ownerEmail, select }: WishedAccount,
): Promise<Outcome<TriedAccount>> {
  if (!mayConnect(actor)) return refusedFor('forbidden', 'accounts-of-people');
  const owner = await ownerOf(context, actor, ownerEmail);
  if (!owner) return refusedFor('not-found', 'no-colleague');
  if (!looksAfter(actor, { ownerId: owner.id })) return refusedFor('forbidden', 'accounts-of-people');
  const test = await (await context.gateways.of(access.kind)).test(access);
  if (!test.ok) return refusedFor('provider', 'provider-failed', failedAccount(test.failure));
  if (test.calendars.length === 0) {
    return refusedFor('provider', 'account-empty');
  }
  const connectionId = context.newId();
  const { zone } = await readStudio(context.database, context);
  const calendars = test.calendars.map((remote) =>
    newCalendar({ ...context, zone }, owner.id, connectionId, remote, select),
  );
  return done({ connectionId, owner, test, calendars });
}

async function ownerOf({ database }: Context, actor: Actor, email: string | undefined) {
  if (email !== undefined) return findUserByEmail(database, email);
  return isPerson(actor) ? findUserById(database, actor.userId) : findFirstAdmin(database);
}

/** By what the account lets us in, to be stored. */
export interface StoredCredential {
  readonly kind: 'PASSWORD' | 'OAUTH';
  readonly username: string;
  readonly scopes: readonly string[];
  /** Sealed for the id of its row. */
  readonly seal: (credentialId: string) => string;
}

export type Taken = { readonly id: string; readonly name: string };

/** @param claim the account that is there already, if any; nobody else connects it until the end of the transaction. */
export async function storeAccount(
  context: Context,
  { connectionId, owner, test, calendars }: TriedAccount,
  { kind, address, name, demo, credential }: StoredAccount,
  claim: (transaction: Transaction) => Promise<Taken | null>,
): Promise<Outcome<ConnectedAccount> | { readonly taken: Taken }> {
  return transact(context.database, async (transaction) => {
    const taken = await claim(transaction);
    if (taken) return { taken };
    const credentialId = context.newId();
    const { seal, ...told } = credential;
    await insertCredential(transaction, {
      ...told,
      id: credentialId,
      ownerId: owner.id,
      secret: seal(credentialId),
    });
    const { id: accountId, name: shown, reach } = test.account;
    await insertConnection(transaction, {
      id: connectionId,
      ownerId: owner.id,
      kind,
      name: asLine(name ?? '') || shown,
      address,
      accountId,
      reach,
      credentialId,
      addresses: test.addresses,
      addressesAt: context.clock(),
      demo: demo ?? false,
    });
    await insertCalendars(transaction, calendars);
    transaction.announce({ topic: 'calendars', calendarId: null });
    await tellDue(transaction);
    return done({ connectionId, calendars: calendars.map(connected), renewed: false });
  });
}

export interface StoredAccount extends Pick<WishedAccount, 'name' | 'demo'>, Pick<AccountAccess, 'kind'> {
  readonly address: string;
  readonly credential: StoredCredential;
}

export function connectedAlready({ name }: Pick<Taken, 'name'>): Outcome<never> {
  return refusedFor('conflict', 'account-connected', { name });
}

function newCalendar(
  { newId, zone, clock }: Pick<Context, 'newId' | 'clock'> & { readonly zone: string },
  ownerId: string,
  connectionId: string,
  remote: RemoteCalendar,
  select: WishedAccount['select'],
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
    offeredAt: null,
  };
}

export function connected(calendar: NewCalendar): ConnectedCalendar {
  const { id, name, href, readOnly, color, enabled } = calendar;
  return { id, name, href, readOnly, color, selected: enabled };
}

/** Of an account that was there before. */
export function known({ id, name, href, readOnly, color, enabled }: CalendarOverview): ConnectedCalendar {
  return { id, name, href: href ?? '', readOnly, color, selected: enabled };
}
