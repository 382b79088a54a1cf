import { replyText } from '@atelier/calendar/invitation/answer-texts';
import type { Answer, InvitedPerson } from '@atelier/calendar/invitation/invitation';
import { answersGoTo, isAmong } from '@atelier/calendar/invitation/who-is-who';
import { queueOutgoing, storeDraft } from '@atelier/database/mailbox/outgoing-store';
import type { Transaction } from '@atelier/database/transaction';
import { hostOf, isAddress, type Mailbox } from '@atelier/mail/address/mailbox';
import { answerReferences } from '@atelier/mail/thread/message-ids';
import type { Language } from '@atelier/words/language';
import { MAIL_WORDS } from '@atelier/words/mail/mail-words';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { asLine, plainText } from '../../plain-text.ts';
import type { FoundInvitation } from './find-invitation.ts';

interface ReplySaid {
  readonly guest: InvitedPerson;
  readonly answer: Answer;
  /** A note to the organizer; empty: none. */
  readonly comment: string;
  readonly language: Language;
}

export interface Reply {
  readonly id: string;
  readonly messageId: string;
  readonly to: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  readonly source: Uint8Array;
}

/** The mail that brings the answer, its bytes fixed (RFC 6047). */
export async function composeReply(
  { mailboxes, newId, clock }: Pick<Context, 'mailboxes' | 'newId' | 'clock'>,
  { account, mail, invitation }: FoundInvitation,
  { guest, answer, comment, language }: ReplySaid,
): Promise<Outcome<Reply>> {
  const { organizer } = invitation;
  const address = organizer ? answersGoTo(organizer) : '';
  if (!organizer || !isAddress(address)) return refusedFor('invalid', 'organizer-no-address');
  if (account.state === 'CREDENTIALS') return refusedFor('provider', 'mailbox-stopped');
  const now = clock();
  const note = plainText(comment);
  const words = MAIL_WORDS[language].invitation;
  const title = asLine(invitation.what.summary) || words.untitled;
  const name = account.sender || account.address;
  const to = [{ name: organizer.addresses.includes(organizer.name) ? '' : asLine(organizer.name), address }];
  const said = { guest: guest.addresses, answer, comment: note, now: now.toTemporalInstant() };
  const head = {
    to,
    subject: words.subject[answer]({ title }),
    text: [words.lead[answer]({ name, title }), ...(note === '' ? [] : ['', note])].join('\n'),
    messageId: `${newId()}@${hostOf(account.address)}`,
  };
  const source = await mailboxes.mail.compose({
    ...head,
    from: { name: account.sender, address: identityOf(account, guest) },
    cc: [],
    inReplyTo: mail.messageId,
    references: answerReferences(mail),
    date: now,
    files: [],
    calendar: { method: 'REPLY', text: replyText(invitation, said) },
  });
  return done({ ...head, id: newId(), source });
}

/** The organizer knows the guest by the address that was invited, where it is one of the mailbox. */
function identityOf({ address, aliases }: FoundInvitation['account'], { addresses }: InvitedPerson): string {
  return [address, ...aliases].find((one) => isAmong([one], addresses)) ?? address;
}

type QueuedReply = Reply & {
  readonly accountId: string;
  readonly authorId: string | null;
  readonly originalId: string;
  readonly now: Date;
};

/** Through the same door as all mail: sent at most once, and filed once (M3). It is not held back: it can be changed. */
export async function queueReply(
  transaction: Transaction,
  { id, messageId, source, to, subject, text, accountId, authorId, originalId, now }: QueuedReply,
): Promise<void> {
  const people = { to, cc: [], bcc: [] };
  const answers = 'invitation';
  const draft = {
    id,
    accountId,
    accountIds: [accountId],
    authorId,
    ...people,
    subject,
    text,
    originalId,
    answers,
    now,
  };
  await storeDraft(transaction, draft);
  await queueOutgoing(transaction, { id, messageId, source: Buffer.from(source), sendAt: now, now });
  transaction.enqueue('send-outgoing', { id }, { at: now, key: `${id}.${now.getTime()}` });
}
