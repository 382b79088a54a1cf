import type { RefusedRecipient } from '@atelier/mail/outgoing/outgoing-state';
import type { Queryable } from '../database.ts';
import type { OutgoingState } from '../generated/enums.ts';
import type { ParamsOf, RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import {
  abandon,
  addFile,
  answering,
  byId,
  claim,
  discard,
  due,
  ended,
  filed,
  filesOf,
  filing,
  lockOriginal,
  ofAccounts,
  placesOfMessage,
  queue,
  removeFile,
  saveDraft,
  sendAgain,
  settle,
  takeBack,
  toFile,
} from './outgoing-store.sql.ts';

/** What somebody writes, as it is shown; never with its bytes. */
export type OutgoingRow = RowOf<typeof byId>;
export type Answering = RowOf<typeof answering>;

export async function findOutgoing(
  { query }: Queryable,
  asked: ParamsOf<typeof byId>,
): Promise<OutgoingRow | null> {
  const [row] = await query(byId, asked);
  return row ?? null;
}

export async function outgoingOf(
  { query }: Queryable,
  asked: ParamsOf<typeof ofAccounts>,
): Promise<readonly OutgoingRow[]> {
  return query(ofAccounts, asked);
}

export async function answersTo(
  { query }: Queryable,
  messageRows: readonly string[],
): Promise<readonly Answering[]> {
  return query(answering, { messageRows });
}

/** The same, while nobody else answers. */
export async function answersToLocked(
  transaction: Transaction,
  messageRow: string,
): Promise<readonly Answering[]> {
  await transaction.query(lockOriginal, { id: messageRow });
  return answersTo(transaction, [messageRow]);
}

/** @returns false where it is no draft any more, or somebody else's. */
export async function storeDraft(
  { query }: Transaction,
  draft: ParamsOf<typeof saveDraft>,
): Promise<boolean> {
  return (await query(saveDraft, draft)).length > 0;
}

/** @returns false where it is no draft any more. */
export async function queueOutgoing({ query }: Transaction, mail: ParamsOf<typeof queue>): Promise<boolean> {
  return (await query(queue, mail)).length > 0;
}

/** @returns false where it is in none of these states any more. */
export async function becomeDraft(
  { query }: Transaction,
  id: string,
  states: readonly OutgoingState[],
  now: Date,
): Promise<boolean> {
  return (await query(takeBack, { id, states, now })).length > 0;
}

export async function queueAgain({ query }: Transaction, id: string, now: Date): Promise<boolean> {
  return (await query(sendAgain, { id, now })).length > 0;
}

/** A person says that it went. */
export async function settleUnknown({ query }: Transaction, id: string, now: Date): Promise<boolean> {
  return (await query(settle, { id, now })).length > 0;
}

export async function discardOutgoing({ query }: Transaction, id: string): Promise<boolean> {
  return (await query(discard, { id })).length > 0;
}

/** A process that sends answers for itself within this long; what is older was left by a dead one. */
const DEAD_MS = 15 * 60_000;

export async function outgoingDue({ query }: Queryable, now: Date): Promise<readonly string[]> {
  return (await query(due, { now, dead: new Date(now.getTime() - DEAD_MS) })).map(({ id }) => id);
}

/** Whether a server has what a dead process was sending, nobody knows. @returns null where it was not left behind. */
export async function abandonOutgoing(
  { query }: Transaction,
  id: string,
  { now, failure }: { readonly now: Date; readonly failure: string },
): Promise<RowOf<typeof abandon> | null> {
  const [row] = await query(abandon, { id, now, dead: new Date(now.getTime() - DEAD_MS), failure });
  return row ?? null;
}

export type ClaimedOutgoing = RowOf<typeof claim>;

/** Marked as being sent before the first byte leaves: two never send one. @returns null where it is not due any more. */
export async function claimOutgoing(
  { query }: Queryable,
  id: string,
  now: Date,
): Promise<ClaimedOutgoing | null> {
  const [row] = await query(claim, { id, now });
  return row ?? null;
}

export interface OutgoingEnd {
  readonly state: OutgoingState;
  /** When it is tried again. */
  readonly sendAt: Date | null;
  readonly failure: string | null;
  readonly refused: readonly RefusedRecipient[];
  readonly now: Date;
}

export async function endOutgoing({ query }: Transaction, id: string, end: OutgoingEnd): Promise<void> {
  await query(ended, { id, ...end });
}

export async function outgoingToFile({ query }: Queryable, since: Date): Promise<readonly string[]> {
  return (await query(filing, { since })).map(({ id }) => id);
}

export async function findToFile({ query }: Queryable, id: string): Promise<RowOf<typeof toFile> | null> {
  const [row] = await query(toFile, { id });
  return row ?? null;
}

export async function noteFiled({ query }: Transaction, id: string, now: Date): Promise<void> {
  await query(filed, { id, now });
}

export async function placesOf(
  { query }: Queryable,
  messageRow: string,
): Promise<readonly RowOf<typeof placesOfMessage>[]> {
  return query(placesOfMessage, { messageRow });
}

/** @returns false where there is no such draft, or all its files together would be too much. */
export async function attachFile({ query }: Transaction, file: ParamsOf<typeof addFile>): Promise<boolean> {
  return (await query(addFile, file)).length > 0;
}

/** @returns whose mail it was taken from; null where there is none such. */
export async function detachFile(
  { query }: Transaction,
  file: ParamsOf<typeof removeFile>,
): Promise<string | null> {
  const [row] = await query(removeFile, file);
  return row?.accountId ?? null;
}

export async function outgoingFiles(
  { query }: Queryable,
  mailId: string,
): Promise<readonly RowOf<typeof filesOf>[]> {
  return query(filesOf, { mailId });
}
