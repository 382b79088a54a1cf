import type { Queryable } from '../database.ts';
import type { ParamsOf, RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import {
  answerTo,
  copiesOf,
  invitingMail,
  putAnswer,
  schedulingOf,
  setMail,
} from './invitation-store.sql.ts';

export type InvitingMail = RowOf<typeof invitingMail>;
export type EventCopy = RowOf<typeof copiesOf>;
export type Scheduling = RowOf<typeof schedulingOf>;
export type StoredAnswer = RowOf<typeof answerTo>;

/** @returns null where there is no such message in these mailboxes. */
export async function findInvitingMail(
  { query }: Queryable,
  asked: ParamsOf<typeof invitingMail>,
): Promise<InvitingMail | null> {
  const [row] = await query(invitingMail, asked);
  return row ?? null;
}

/** Events with a UID in these calendars: the one that was answered in first, then in the order of the calendars. */
export async function copiesWithUid(
  { query }: Queryable,
  asked: ParamsOf<typeof copiesOf>,
): Promise<readonly EventCopy[]> {
  return query(copiesOf, asked);
}

/** By calendar. */
export async function schedulingIn(
  { query }: Queryable,
  calendarIds: readonly string[],
): Promise<ReadonlyMap<string, Scheduling>> {
  return new Map((await query(schedulingOf, { calendarIds })).map((row) => [row.id, row]));
}

/** The last answer that a mailbox gave to an event, or to one instance of it. */
export async function findAnswer(
  { query }: Queryable,
  asked: ParamsOf<typeof answerTo>,
): Promise<StoredAnswer | null> {
  const [row] = await query(answerTo, asked);
  return row ?? null;
}

/** Of several who answer at once the first one does. @returns its id; null where exactly this was answered already. */
export async function claimAnswer(
  { query }: Transaction,
  answer: ParamsOf<typeof putAnswer>,
): Promise<string | null> {
  const [row] = await query(putAnswer, answer);
  return row?.id ?? null;
}

/** The mail that brings it. */
export async function answeredByMail({ query }: Transaction, id: string, mailId: string): Promise<void> {
  await query(setMail, { id, mailId });
}
