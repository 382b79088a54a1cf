import type { ItemJob } from '@atelier/database/jobs/item-job';
import { findMailAccount } from '@atelier/database/mailbox/account-store';
import { messageOf } from '@atelier/database/mailbox/original-store';
import {
  abandonOutgoing,
  answersToLocked,
  type ClaimedOutgoing,
  claimOutgoing,
  endOutgoing,
  type OutgoingRow,
  outgoingDue,
  outgoingFiles,
  queueAgain,
  queueOutgoing,
  settleUnknown,
} from '@atelier/database/mailbox/outgoing-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import { hostOf } from '@atelier/mail/address/mailbox';
import {
  AFTER_DEATH,
  afterAttempt,
  type SendResult,
  TAKE_BACK_MS,
} from '@atelier/mail/outgoing/outgoing-state';
import { answerReferences } from '@atelier/mail/thread/message-ids';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { seeOutgoing } from './drafts.ts';

type SendContext = Pick<Context, 'database' | 'clock' | 'newId' | 'mailboxes'>;

export interface SendDraft {
  readonly id: string;
  /** Null: as soon as it cannot be taken back any more. */
  readonly at: Date | null;
  /** False where nobody could: from a terminal. Left out: yes. */
  readonly takeBack?: boolean;
  /** Also where somebody else answers the same message. */
  readonly despite?: boolean | undefined;
}

/**
 * A draft goes on its way: its bytes and its Message-ID are fixed, and it leaves when the time to take it back is over, or
 * at the time that was chosen (M3).
 */
export async function sendDraft(
  context: SendContext,
  actor: Actor,
  { id, at, takeBack = true, despite = false }: SendDraft,
): Promise<Outcome<{ readonly id: string; readonly sendAt: Date }>> {
  const { database, clock, newId, mailboxes } = context;
  const found = await seeOutgoing(context, actor, id);
  if (!found.ok) return found;
  const draft = found.value;
  const account = await findMailAccount(database, draft.accountId);
  if (!account) return refusedFor('not-found', 'no-mailbox');
  if (account.state === 'CREDENTIALS') return refusedFor('provider', 'mailbox-stopped');
  if (draft.to.length + draft.cc.length + draft.bcc.length === 0)
    return refusedFor('invalid', 'no-recipient');
  const now = clock();
  const soonest = new Date(now.getTime() + (takeBack ? TAKE_BACK_MS : 0));
  const sendAt = at !== null && at > soonest ? at : soonest;
  const messageId = `${newId()}@${hostOf(account.address)}`;
  const original = draft.originalId === null ? null : await messageOf(database, draft.originalId);
  const source = await mailboxes.mail.compose({
    ...draft,
    from: { name: account.sender, address: account.address },
    messageId,
    inReplyTo: draft.answers === 'forward' ? null : (original?.messageId ?? null),
    references: original ? answerReferences(original) : [],
    date: sendAt,
    files: await outgoingFiles(database, id),
  });
  return transact(database, async (transaction) => {
    const other = despite ? null : await answeredByOther(transaction, actor, draft, now);
    if (other) return other;
    const queued = await queueOutgoing(transaction, {
      id,
      messageId,
      source: Buffer.from(source),
      sendAt,
      now,
    });
    if (!queued) return refusedFor('conflict', 'no-draft');
    transaction.enqueue('send-outgoing', { id }, { at: sendAt, key: `${id}.${sendAt.getTime()}` });
    transaction.announce({ topic: 'mail', accountId: account.id });
    return done({ id, sendAt });
  });
}

/** A draft that nobody has written on for so long is one that was left. */
const LEFT_AFTER_MS = 30 * 60_000;

/** Two people never answer one message unknowingly (M8): whoever is second is told of the first. */
async function answeredByOther(
  transaction: Transaction,
  actor: Actor,
  { id, originalId, answers }: OutgoingRow,
  now: Date,
): Promise<Outcome<never> | null> {
  if (originalId === null || answers === 'forward') return null;
  const others = (await answersToLocked(transaction, originalId)).filter(
    (one) => one.id !== id && one.authorId !== actor.userId,
  );
  const sent = others.find(({ state }) => state !== 'DRAFT' && state !== 'REFUSED');
  if (sent) return refusedFor('conflict', 'mail-answered', { name: sent.authorName ?? '' });
  const writing = others.find(({ at }) => now.getTime() - at.getTime() < LEFT_AFTER_MS);
  return writing ? refusedFor('conflict', 'mail-being-answered', { name: writing.authorName ?? '' }) : null;
}

/** A person decides about one of which nobody knows whether it went, or which no server took. */
export async function settleOutgoing(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
  { id, how }: { readonly id: string; readonly how: 'send-again' | 'it-went' },
): Promise<Outcome<{ readonly id: string }>> {
  const found = await seeOutgoing({ database }, actor, id);
  if (!found.ok) return found;
  const now = clock();
  return transact(database, async (transaction) => {
    const again = how === 'send-again';
    const settled = again
      ? await queueAgain(transaction, id, now)
      : await settleUnknown(transaction, id, now);
    if (!settled) return refusedFor('conflict', 'mail-on-its-way');
    if (again) transaction.enqueue('send-outgoing', { id });
    transaction.announce({ topic: 'mail', accountId: found.value.accountId });
    return done({ id });
  });
}

const LEFT = 'The program stopped while it was sending; whether the server has it, nobody knows.';

/** Hands one over when its turn has come: marked first, so that nothing is ever sent twice by itself (M3). */
export const sendOutgoing: ItemJob<SendContext> = {
  due: ({ database, clock }) => outgoingDue(database, clock()),
  async work(context, id) {
    const { database, clock } = context;
    const left = await transact(database, async (transaction) => {
      const row = await abandonOutgoing(transaction, id, { now: clock(), failure: LEFT });
      if (row) transaction.announce({ topic: 'mail', accountId: row.accountId });
      return row;
    });
    if (left) return;
    const claimed = await claimOutgoing(database, id, clock());
    if (claimed) await end(context, claimed, await attempt(context, claimed));
  },
};

async function attempt(
  { database, mailboxes }: SendContext,
  { accountId, to, cc, bcc, source }: ClaimedOutgoing,
): Promise<SendResult> {
  const account = await findMailAccount(database, accountId);
  if (!account || source === null) return { kind: 'refused', refused: [], reason: 'The mailbox is gone.' };
  const recipients = [...new Set([...to, ...cc, ...bcc].map(({ address }) => address))];
  return mailboxes.mail.send(mailboxes.accessTo(account), { from: account.address, recipients, source });
}

async function end(
  { database, clock }: SendContext,
  { id, accountId, attempts }: ClaimedOutgoing,
  result: SendResult,
): Promise<void> {
  const now = clock();
  const after = afterAttempt(result, attempts);
  const sendAt = after.state === 'QUEUED' ? new Date(now.getTime() + after.waitSeconds * 1_000) : null;
  await transact(database, async (transaction) => {
    await endOutgoing(transaction, id, {
      state: after.state,
      sendAt,
      failure: 'reason' in result ? result.reason : null,
      refused: 'refused' in result ? result.refused : [],
      now,
    });
    if (after.state === 'SENT' || after.state === AFTER_DEATH) transaction.enqueue('file-sent', { id });
    if (sendAt) transaction.enqueue('send-outgoing', { id }, { at: sendAt, key: `${id}.${attempts}` });
    transaction.announce({ topic: 'mail', accountId });
  });
}
