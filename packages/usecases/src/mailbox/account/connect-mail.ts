import { insertCredential, updateSecret } from '@atelier/database/account/credential-store';
import {
  findMailAccount,
  goOnWithMail,
  insertMailAccount,
  type MailAccountRow,
  mailAccountAt,
} from '@atelier/database/mailbox/account-store';
import { findFirstAdmin, findUserByEmail, findUserById } from '@atelier/database/people/user-store';
import { tellDue } from '@atelier/database/source/source-pace';
import { transact } from '@atelier/database/transaction';
import { addressKey, isAddress } from '@atelier/mail/address/mailbox';
import type { FolderRole } from '@atelier/mail/folder/folder-role';
import type { Opaque } from '@atelier/providers/json';
import type { PasswordCredential } from '@atelier/providers/port/account';
import type { MailReach } from '@atelier/providers/port/mail/mail-account';
import { type Actor, isAdmin, isPerson, OPERATOR } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { asLine } from '../../plain-text.ts';
import { findServers, type TypedServers } from './find-servers.ts';
import { tryMail } from './try-account.ts';

export interface ConnectMail extends TypedServers {
  readonly address: string;
  readonly password: string;
  /** The address when left out. */
  readonly user?: string | undefined;
  /** How it is called in lists; the address when left out. */
  readonly name?: string | undefined;
  readonly color?: string | undefined;
  readonly sentCopy?: MailAccountRow['sentCopy'] | undefined;
  /** The person's e-mail; the actor when left out. Somebody else's: for the operator alone. */
  readonly ownerEmail?: string | undefined;
  /** Fingerprints of certificates that nobody vouches for and that the person has accepted. */
  readonly trusted?: readonly string[] | undefined;
}

export interface ConnectedMail {
  readonly accountId: string;
  /** It was here, and goes on with this password. */
  readonly renewed: boolean;
  readonly folders: readonly {
    readonly path: string;
    readonly name: string;
    readonly role: FolderRole | null;
  }[];
}

const COLORS = ['#4f7cac', '#7a9e7e', '#b0743c', '#8e6bbf', '#c25b6e', '#3f8f8b'];

/** Finds, tries and stores a mailbox; the first run begins at once. It is its owner's: an admin connects their own (M8). */
export async function connectMail(
  context: Context,
  actor: Actor,
  input: ConnectMail,
): Promise<Outcome<ConnectedMail>> {
  const address = input.address.trim();
  if (!isAddress(address)) return refusedFor('invalid', 'mail-address', { address });
  const owner = await ownerOf(context, actor, input.ownerEmail);
  if (!owner) return refusedFor('not-found', 'no-colleague');
  const there = await mailAccountAt(context.database, address);
  if (there && there.ownerId !== owner.id) return refusedFor('conflict', 'mailbox-taken', { address });
  const servers = await findServers(context, address, input);
  if (!servers.ok) return servers;
  const { reach, username } = servers.value;
  const credential = {
    kind: 'password',
    username: input.user?.trim() || username,
    password: input.password,
  } as const;
  const typed = { reach, address, credential, accountId: null };
  const tried = await tryMail(context.mailboxes.mail, typed, input.trusted ?? []);
  if (!tried.ok) return tried;
  const { reach: found } = tried.value.access;
  const folders = tried.value.folders.map(({ path, name, role }) => ({
    path,
    name,
    role: role?.role ?? null,
  }));
  const accountId = there?.id ?? context.newId();
  const signedIn = { credential, reach: found };
  if (there) await renew(context, there.id, signedIn);
  else await store(context, { ...input, address, accountId, owner }, signedIn);
  return done({ accountId, renewed: there !== null, folders });
}

async function ownerOf({ database }: Context, actor: Actor, email: string | undefined) {
  const others =
    actor.userId === OPERATOR.userId ||
    (isAdmin(actor) && email?.toLowerCase() === actor.email.toLowerCase());
  if (email !== undefined) return others ? findUserByEmail(database, email) : null;
  return isPerson(actor) ? findUserById(database, actor.userId) : findFirstAdmin(database);
}

interface NewMailbox extends ConnectMail {
  readonly accountId: string;
  readonly owner: { readonly id: string; readonly name: string };
}

interface SignedIn {
  readonly credential: PasswordCredential;
  readonly reach: MailReach;
}

async function store(
  context: Context,
  { address, accountId, owner, name, color, sentCopy }: NewMailbox,
  { credential, reach }: SignedIn,
): Promise<void> {
  const credentialId = context.newId();
  const letters = [...addressKey(address)].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  await transact(context.database, async (transaction) => {
    await insertCredential(transaction, {
      id: credentialId,
      ownerId: owner.id,
      kind: 'PASSWORD',
      username: credential.username,
      scopes: [],
      secret: context.secrets.seal(credential.password, credentialId),
    });
    await insertMailAccount(transaction, {
      id: accountId,
      ownerId: owner.id,
      credentialId,
      name: asLine(name ?? '') || address,
      address,
      sender: owner.name,
      color: color ?? COLORS[letters % COLORS.length] ?? '#4f7cac',
      reach: reach as unknown as Opaque,
      sentCopy: sentCopy ?? 'AUTO',
      now: context.clock(),
    });
    transaction.announce({ topic: 'self', userId: owner.id });
    await tellDue(transaction);
  });
}

async function renew(context: Context, id: string, { credential, reach }: SignedIn): Promise<void> {
  const account = await findMailAccount(context.database, id);
  if (!account) return;
  const { credentialId } = account;
  await transact(context.database, async (transaction) => {
    await updateSecret(transaction, {
      id: credentialId,
      secret: context.secrets.seal(credential.password, credentialId),
    });
    await goOnWithMail(transaction, { id, reach: reach as unknown as Opaque, now: context.clock() });
    transaction.announce({ topic: 'mail', accountId: id });
    await tellDue(transaction);
  });
}
