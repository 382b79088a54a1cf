import { openedMail } from '@atelier/database/mailbox/mail-list';
import {
  attachFile,
  becomeDraft,
  detachFile,
  discardOutgoing,
  findOutgoing,
  type OutgoingRow,
  outgoingOf,
  storeDraft,
} from '@atelier/database/mailbox/outgoing-store';
import { transact } from '@atelier/database/transaction';
import type { Mailbox } from '@atelier/mail/address/mailbox';
import { type Answer, type AnswerKind, type AnswerWords, answer } from '@atelier/mail/compose/reply';
import { safeName } from '@atelier/mail/text/safe-name';
import { type Actor, isPerson } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { mailboxesOf, mailboxOf } from '../own-mailboxes.ts';
import { openMail } from '../read/open-mail.ts';

type DraftContext = Pick<Context, 'database' | 'clock' | 'newId'>;

export interface Draft {
  /** Made by whoever writes; the same for every save. */
  readonly id: string;
  readonly accountId: string;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly bcc: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  /** The place of the message that it answers or sends on, and how. */
  readonly original: { readonly id: string; readonly answers: AnswerKind } | null;
}

/** Keeps what somebody writes, as often as they pause. */
export async function saveDraft(
  { database, clock }: DraftContext,
  actor: Actor,
  { original, accountId, ...draft }: Draft,
): Promise<Outcome<{ readonly id: string }>> {
  const accountIds = await mailboxesOf(database, actor);
  if (!accountIds.includes(accountId)) return refusedFor('not-found', 'no-mailbox');
  const answered = original && (await openedMail(database, { id: original.id, accountIds }));
  return transact(database, async (transaction) => {
    const saved = await storeDraft(transaction, {
      ...draft,
      accountId,
      accountIds,
      authorId: isPerson(actor) ? actor.userId : null,
      originalId: answered?.messageRow ?? null,
      answers: answered ? (original?.answers ?? null) : null,
      now: clock(),
    });
    if (!saved) return refusedFor('conflict', 'no-draft');
    transaction.announce({ topic: 'mail', accountId });
    return done({ id: draft.id });
  });
}

export interface BeginAnswer {
  readonly id: string;
  readonly kind: AnswerKind;
  readonly words: AnswerWords;
}

export interface BegunAnswer extends Answer {
  readonly accountId: string;
  /** Nobody waits for an answer there: it came from a list or a program. */
  readonly bulk: boolean;
}

/** What an answer begins with; nothing is stored. */
export async function beginAnswer(
  context: Pick<Context, 'database' | 'mailboxes'>,
  actor: Actor,
  { id, kind, words }: BeginAnswer,
): Promise<Outcome<BegunAnswer>> {
  const opened = await openMail(context, actor, id);
  if (!opened.ok) return opened;
  const { accountId, text, bulk, ...original } = opened.value;
  const account = await mailboxOf(context.database, actor, accountId);
  if (!account) return refusedFor('not-found', 'no-mailbox');
  const own = [account.address, ...account.aliases];
  return done({ ...answer(kind, { ...original, text: text ?? '' }, own, words), accountId, bulk });
}

const A_WEEK_MS = 7 * 86_400_000;

/** Drafts, what is on its way, and what went lately. */
export async function listOutgoing(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
): Promise<readonly OutgoingRow[]> {
  const accountIds = await mailboxesOf(database, actor);
  return outgoingOf(database, { accountIds, since: new Date(clock().getTime() - A_WEEK_MS) });
}

export async function seeOutgoing(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<OutgoingRow>> {
  const found = await findOutgoing(database, { id, accountIds: await mailboxesOf(database, actor) });
  return found ? done(found) : refusedFor('not-found', 'no-outgoing');
}

/** Of all files of a mail together; what most servers take, with what encoding adds. */
export const MOST_ATTACHED = 20_000_000;

export interface AttachedBytes {
  readonly mailId: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer<ArrayBuffer>;
}

export async function attachToDraft(
  { database, clock, newId }: DraftContext,
  actor: Actor,
  { mailId, name, type, bytes }: AttachedBytes,
): Promise<Outcome<{ readonly id: string }>> {
  const draft = await seeOutgoing({ database }, actor, mailId);
  if (!draft.ok) return draft;
  const id = newId();
  const accountIds = [draft.value.accountId];
  return transact(database, async (transaction) => {
    const file = { id, mailId, accountIds, name: safeName(name, 'file'), type, bytes, size: bytes.length };
    if (!(await attachFile(transaction, { ...file, most: MOST_ATTACHED, now: clock() })))
      return draft.value.state === 'DRAFT'
        ? refusedFor('invalid', 'attachments-too-large', { most: MOST_ATTACHED / 1_000_000 })
        : refusedFor('conflict', 'no-draft');
    transaction.announce({ topic: 'mail', accountId: draft.value.accountId });
    return done({ id });
  });
}

export async function detachFromDraft(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly id: string }>> {
  const accountIds = await mailboxesOf(database, actor);
  return transact(database, async (transaction) => {
    const accountId = await detachFile(transaction, { id, accountIds });
    if (accountId === null) return refusedFor('not-found', 'no-attachment');
    transaction.announce({ topic: 'mail', accountId });
    return done({ id });
  });
}

/** A draft, or what a server refused, is thrown away; or it is written on. */
export async function settleDraft(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
  { id, how }: { readonly id: string; readonly how: 'discard' | 'write-on' },
): Promise<Outcome<{ readonly id: string }>> {
  const found = await seeOutgoing({ database }, actor, id);
  if (!found.ok) return found;
  return transact(database, async (transaction) => {
    const settled =
      how === 'discard'
        ? await discardOutgoing(transaction, id)
        : await becomeDraft(transaction, id, ['QUEUED', 'REFUSED'], clock());
    if (!settled) return refusedFor('conflict', how === 'discard' ? 'no-draft' : 'mail-on-its-way');
    transaction.announce({ topic: 'mail', accountId: found.value.accountId });
    return done({ id });
  });
}
