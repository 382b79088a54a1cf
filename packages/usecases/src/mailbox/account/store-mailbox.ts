import {
  insertCredential,
  removeUnusedCredential,
  updateSecret,
  updateSignIn,
} from '@atelier/database/account/credential-store';
import {
  changeMailCredential,
  findMailAccount,
  goOnWithMail,
  insertMailAccount,
  type MailAccountRow,
  mailAccountAt,
} from '@atelier/database/mailbox/account-store';
import { tellDue } from '@atelier/database/source/source-pace';
import { type Transaction, transact } from '@atelier/database/transaction';
import { addressKey } from '@atelier/mail/address/mailbox';
import type { Opaque } from '@atelier/providers/json';
import type { OAuthKind } from '@atelier/providers/kinds';
import type { MailReach } from '@atelier/providers/port/mail/mail-account';
import type { StoredCredential } from '../../connections/store-account.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { asLine } from '../../plain-text.ts';

interface Owner {
  readonly id: string;
  readonly name: string;
}

/** The mailbox of an address that is here already; null: it is a new one. Somebody else's is not touched (M8). */
export async function mailboxFor(
  { database }: Pick<Context, 'database'>,
  owner: Pick<Owner, 'id'>,
  address: string,
): Promise<Outcome<MailAccountRow | null>> {
  const there = await mailAccountAt(database, address);
  if (!there) return done(null);
  if (there.ownerId !== owner.id) return refusedFor('conflict', 'mailbox-taken', { address });
  return done(await findMailAccount(database, there.id));
}

export interface MailboxToStore {
  readonly address: string;
  readonly owner: Owner;
  readonly reach: MailReach;
  /** At whose page its owner signed in; null: it has a password. */
  readonly signIn: OAuthKind | null;
  /** By what it is let in: something new, or the id of what another account is let in by. */
  readonly credential: StoredCredential | { readonly sharedId: string };
  readonly name?: string | undefined;
  readonly color?: string | undefined;
  readonly sentCopy?: MailAccountRow['sentCopy'] | undefined;
}

/** Everything was tried: from here on it is kept in step. One that is here goes on from where it stopped. @returns its id */
export function storeMailbox(
  context: Context,
  there: MailAccountRow | null,
  mailbox: MailboxToStore,
): Promise<string> {
  return transact(context.database, async (transaction) => {
    const id = there
      ? await renew(context, transaction, there, mailbox)
      : await insert(context, transaction, mailbox);
    await tellDue(transaction);
    return id;
  });
}

const COLORS = ['#4f7cac', '#7a9e7e', '#b0743c', '#8e6bbf', '#c25b6e', '#3f8f8b'];

async function insert(
  context: Context,
  transaction: Transaction,
  { address, owner, reach, signIn, credential, name, color, sentCopy }: MailboxToStore,
): Promise<string> {
  const id = context.newId();
  const letters = [...addressKey(address)].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  await insertMailAccount(transaction, {
    id,
    ownerId: owner.id,
    credentialId: await credentialId(context, transaction, owner, credential),
    name: asLine(name ?? '') || address,
    address,
    sender: owner.name,
    color: color ?? COLORS[letters % COLORS.length] ?? '#4f7cac',
    reach: reach as unknown as Opaque,
    sentCopy: sentCopy ?? 'AUTO',
    signIn,
    now: context.clock(),
  });
  transaction.announce({ topic: 'self', userId: owner.id });
  return id;
}

async function credentialId(
  { newId }: Context,
  transaction: Transaction,
  { id: ownerId }: Owner,
  credential: MailboxToStore['credential'],
): Promise<string> {
  if ('sharedId' in credential) return credential.sharedId;
  const id = newId();
  const { seal, ...told } = credential;
  await insertCredential(transaction, { ...told, id, ownerId, secret: seal(id) });
  return id;
}

/** The same sort of secret takes the place of the former one, which others may be let in by as well. */
async function renew(
  context: Context,
  transaction: Transaction,
  { id, credentialId: former, signIn: before }: MailAccountRow,
  { owner, reach, signIn, credential }: MailboxToStore,
): Promise<string> {
  if (!('sharedId' in credential) && before === signIn) {
    const { kind, seal, username, scopes } = credential;
    const renewed = { id: former, secret: seal(former) };
    if (kind === 'PASSWORD') await updateSecret(transaction, renewed);
    else await updateSignIn(transaction, { ...renewed, username, scopes: [...scopes] });
  } else {
    const next = await credentialId(context, transaction, owner, credential);
    await changeMailCredential(transaction, { id, credentialId: next, signIn });
    if (next !== former) await removeUnusedCredential(transaction, former);
  }
  await goOnWithMail(transaction, { id, reach: reach as unknown as Opaque, now: context.clock() });
  transaction.announce({ topic: 'mail', accountId: id });
  return id;
}
