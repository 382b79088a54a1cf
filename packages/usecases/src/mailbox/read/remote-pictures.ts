import { openedMail } from '@atelier/database/mailbox/mail-list';
import { consentToPictures, consentToSender } from '@atelier/database/mailbox/message-store';
import { transact } from '@atelier/database/transaction';
import { remotePictures } from '@atelier/mail/html/remote-pictures';
import { isDisowned } from '@atelier/mail/read/mail-origin';
import type { FetchedPicture } from '@atelier/providers/port/picture';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { orFailed } from '../at-server.ts';
import { mailboxesOf } from '../own-mailboxes.ts';
import { loadsPictures } from './open-mail.ts';

export interface ShowPictures {
  readonly id: string;
  /** Of everything that its sender writes. */
  readonly always: boolean;
}

/**
 * Somebody wants to see a message with its pictures from elsewhere. For good only where the sender's own domain does not
 * disown the message: whoever takes on a name gets nothing of what it is trusted with.
 */
export async function showPictures(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  { id, always }: ShowPictures,
): Promise<Outcome<{ readonly id: string }>> {
  const mail = await openedMail(database, { id, accountIds: await mailboxesOf(database, actor) });
  if (!mail) return refusedFor('not-found', 'no-message');
  const [sender] = mail.from;
  const trusted = always && sender && !isDisowned(mail.origin);
  await transact(database, async (transaction) => {
    await consentToPictures(transaction, mail.messageRow);
    if (trusted) await consentToSender(transaction, mail.accountId, sender.address);
    transaction.announce({ topic: 'mail', accountId: mail.accountId });
  });
  return done({ id });
}

/**
 * One picture of a message, fetched by us and by nobody who could be told apart: no cookies, no address of the page. Its
 * address is the one that stands in the message; without a person's word it is not asked for (M4).
 */
export async function remotePicture(
  { database, mailboxes }: Pick<Context, 'database' | 'mailboxes'>,
  actor: Actor,
  { id, place }: { readonly id: string; readonly place: number },
): Promise<Outcome<FetchedPicture>> {
  const mail = await openedMail(database, { id, accountIds: await mailboxesOf(database, actor) });
  const wanted = mail && loadsPictures(mail) ? remotePictures(mail.html?.html ?? '')[place] : undefined;
  if (!wanted || wanted.tracks) return refusedFor('not-found', 'no-attachment');
  return orFailed(async () => {
    const picture = await mailboxes.picture(wanted.address);
    return picture ? done(picture) : refusedFor('not-found', 'no-attachment');
  });
}
