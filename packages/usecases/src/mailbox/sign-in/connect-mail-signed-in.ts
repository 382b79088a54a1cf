import { claimSignedIn, findConnection } from '@atelier/database/account/connection-store';
import { deleteProviderSignIn } from '@atelier/database/account/provider-sign-in-store';
import { findMailAccount } from '@atelier/database/mailbox/account-store';
import { transact } from '@atelier/database/transaction';
import { sameAddress } from '@atelier/mail/address/mailbox';
import type { OAuthKind } from '@atelier/providers/kinds';
import type { MailIdentity } from '@atelier/providers/port/mail/mail-provider';
import type { Actor } from '../../actor.ts';
import { storeSignedIn } from '../../connections/sign-in/connect-signed-in.ts';
import { goOnSignedIn } from '../../connections/sign-in/renew-sign-in.ts';
import { packTokens } from '../../connections/sign-in/sealed-tokens.ts';
import { heldIn, openSignIn } from '../../connections/sign-in/see-sign-in.ts';
import type { FreshSignIn } from '../../connections/sign-in/sign-in-refused.ts';
import type { WishedAccount } from '../../connections/store-account.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { type ConnectedMail, mailOwner, toldFolders, type WishedMailbox } from '../account/connect-mail.ts';
import { type MailboxToStore, mailboxFor, storeMailbox } from '../account/store-mailbox.ts';
import { tryMail } from '../account/try-account.ts';
import { heldMailbox, identified } from './see-mail-sign-in.ts';

export interface SignedInMailbox extends WishedMailbox {
  /** Which of its calendars are kept in step as well; null: none, and no account for them is made (P9). */
  readonly calendars: WishedAccount['select'] | null;
}

/** Stores the mailbox that somebody has signed in to on the provider's page. */
export async function connectMailSignedIn(
  context: Context,
  actor: Actor,
  { signInId, ...wished }: SignedInMailbox & { readonly signInId: string },
): Promise<Outcome<ConnectedMail>> {
  const found = await openSignIn(context, actor, signInId);
  if (!found.ok) return found;
  const { row } = found.value;
  if (!row.rights.includes('mail')) return refusedFor('not-found', 'sign-in-unknown');
  const fresh = { ...heldIn(context, row), scopes: row.scopes };
  const stored = await storeSignedInMail(
    context,
    actor,
    { kind: row.kind, again: row.mailboxId },
    fresh,
    wished,
  );
  if (stored.ok) await deleteProviderSignIn(context.database, row.id);
  return stored;
}

/** @param of `again`: the mailbox for which somebody signed in anew; another one is refused (P2). */
export async function storeSignedInMail(
  context: Context,
  actor: Actor,
  { kind, again }: { readonly kind: OAuthKind; readonly again: string | null },
  fresh: FreshSignIn,
  { calendars, ...wished }: SignedInMailbox,
): Promise<Outcome<ConnectedMail>> {
  const owner = await mailOwner(context, actor, wished.ownerEmail);
  if (!owner) return refusedFor('not-found', 'no-colleague');
  const who = await identified(context, kind, fresh);
  if (!who.ok) return who;
  const { address } = who.value;
  const before = again === null ? null : await findMailAccount(context.database, again);
  if (before && !sameAddress(before.address, address))
    return refusedFor('conflict', 'sign-in-other-account', { name: before.address, other: address });
  const free = await mailboxFor(context, owner, address);
  if (!free.ok) return free;
  const access = { ...heldMailbox(context, kind, fresh), address };
  const tried = await tryMail(context.mailboxes.mail, access, []);
  if (!tried.ok) return tried;
  const credential = await credentialFor(
    context,
    actor,
    { kind, who: who.value, owner, calendars, wished },
    fresh,
  );
  if (!credential.ok) return credential;
  const accountId = await storeMailbox(context, free.value, {
    ...wished,
    address,
    owner,
    reach: access.reach,
    signIn: kind,
    credential: credential.value,
  });
  return done({ accountId, renewed: free.value !== null, folders: toldFolders(tried.value) });
}

interface Sharing {
  readonly kind: OAuthKind;
  readonly who: MailIdentity;
  readonly owner: { readonly id: string };
  readonly calendars: SignedInMailbox['calendars'];
  readonly wished: WishedMailbox;
}

/**
 * One sign-in for mail and calendars of the same person, where it opens both: then it is renewed once for both (P1).
 * Otherwise the mailbox has one of its own, and that of the calendars stays as it is.
 */
async function credentialFor(
  context: Context,
  actor: Actor,
  { kind, who, owner, calendars, wished }: Sharing,
  fresh: FreshSignIn,
): Promise<Outcome<MailboxToStore['credential']>> {
  const opensBoth = context.signIns.of(kind)?.covers(['calendars', 'mail'], fresh.scopes) === true;
  const known = await transact(context.database, (transaction) =>
    claimSignedIn(transaction, { kind, accountId: who.personId }),
  );
  const connection = known && (await findConnection(context.database, known.id));
  // Somebody else's calendars are let in as before.
  if (connection && opensBoth && connection.ownerId === owner.id) {
    await goOnSignedIn(context, actor, connection, fresh);
    return done({ sharedId: connection.credentialId });
  }
  if (!connection && opensBoth && calendars !== null) {
    const { ownerEmail } = wished;
    const stored = await storeSignedIn(context, actor, kind, fresh, { ownerEmail, select: calendars });
    // Whoever has no calendars there has a mailbox all the same.
    if (!stored.ok && stored.refusal.code !== 'account-empty') return stored;
    const made = stored.ok && (await findConnection(context.database, stored.value.connectionId));
    if (made) return done({ sharedId: made.credentialId });
  }
  return done({
    kind: 'OAUTH',
    username: who.address,
    scopes: fresh.scopes,
    seal: (id) => context.secrets.seal(packTokens(fresh), id),
  });
}
