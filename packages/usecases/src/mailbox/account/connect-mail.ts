import type { MailAccountRow } from '@atelier/database/mailbox/account-store';
import { findFirstAdmin, findUserByEmail, findUserById } from '@atelier/database/people/user-store';
import { isAddress } from '@atelier/mail/address/mailbox';
import type { FolderRole } from '@atelier/mail/folder/folder-role';
import { type Actor, isAdmin, isPerson, OPERATOR } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { findServers, type TypedServers } from './find-servers.ts';
import { mailboxFor, storeMailbox } from './store-mailbox.ts';
import { type TriedMail, tryMail } from './try-account.ts';

/** What is wanted of a mailbox, however it lets us in. */
export interface WishedMailbox {
  /** How it is called in lists; the address when left out. */
  readonly name?: string | undefined;
  readonly color?: string | undefined;
  readonly sentCopy?: MailAccountRow['sentCopy'] | undefined;
  /** The person's e-mail; the actor when left out. Somebody else's: for the operator alone. */
  readonly ownerEmail?: string | undefined;
}

export interface ConnectMail extends TypedServers, WishedMailbox {
  readonly address: string;
  readonly password: string;
  /** The address when left out. */
  readonly user?: string | undefined;
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

/** Finds, tries and stores a mailbox; the first run begins at once. It is its owner's: an admin connects their own (M8). */
export async function connectMail(
  context: Context,
  actor: Actor,
  input: ConnectMail,
): Promise<Outcome<ConnectedMail>> {
  const address = input.address.trim();
  if (!isAddress(address)) return refusedFor('invalid', 'mail-address', { address });
  const owner = await mailOwner(context, actor, input.ownerEmail);
  if (!owner) return refusedFor('not-found', 'no-colleague');
  const free = await mailboxFor(context, owner, address);
  if (!free.ok) return free;
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
  const accountId = await storeMailbox(context, free.value, {
    ...input,
    address,
    owner,
    reach: tried.value.access.reach,
    signIn: null,
    credential: {
      kind: 'PASSWORD',
      username: credential.username,
      scopes: [],
      seal: (id) => context.secrets.seal(credential.password, id),
    },
  });
  return done({ accountId, renewed: free.value !== null, folders: toldFolders(tried.value) });
}

export function toldFolders({ folders }: TriedMail): ConnectedMail['folders'] {
  return folders.map(({ path, name, role }) => ({ path, name, role: role?.role ?? null }));
}

/** Whose mailbox it is to be: the actor's own, unless the operator says whose. */
export async function mailOwner({ database }: Context, actor: Actor, email: string | undefined) {
  const others =
    actor.userId === OPERATOR.userId ||
    (isAdmin(actor) && email?.toLowerCase() === actor.email.toLowerCase());
  if (email !== undefined) return others ? findUserByEmail(database, email) : null;
  return isPerson(actor) ? findUserById(database, actor.userId) : findFirstAdmin(database);
}
