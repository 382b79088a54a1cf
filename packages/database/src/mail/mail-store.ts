import type { Database, Queryable } from '../database.ts';
import type { Mail, MailState } from '../generated/client.ts';
import { asKnown } from '../stored-json.ts';
import type { Transaction } from '../transaction.ts';
import { paceOf } from './mail-pace.ts';
import { addOnce } from './mail-store.sql.ts';

/**
 * Why a mail is held: it is `old`, there are too `many` to its address, or a backup was `restored` since. Why it was dropped: what it speaks of is
 * `over`, a `later` mail says more, it was `answered` or is `gone`; or a `person` said so.
 */
export type MailReason = 'old' | 'many' | 'restored' | 'over' | 'later' | 'answered' | 'gone' | 'person';

/** As it is shown and sent: where it has links, its text has `{name}` on lines of their own, and `links` is sealed. */
const SHOWN = {
  select: {
    id: true,
    recipient: true,
    subject: true,
    body: true,
    state: true,
    attempts: true,
    failure: true,
    reason: true,
    createdAt: true,
    dueAt: true,
    sentAt: true,
    calendar: true,
    links: true,
    replyTo: true,
  },
} as const;
type Row = Pick<Mail, keyof typeof SHOWN.select>;

/** `dueAt` is later than `createdAt` where its address has had many; an answer goes to the sender where `replyTo` is null. */
export type MailRow = Readonly<Omit<Row, 'reason'>> & { readonly reason: MailReason | null };

function mailOf({ reason, ...row }: Row): MailRow {
  return { ...row, reason: asKnown(reason) };
}

export async function findMail({ prisma }: Queryable, id: string): Promise<MailRow | null> {
  const row = await prisma.mail.findUnique({ where: { id }, ...SHOWN });
  return row && mailOf(row);
}

/** What a mail speaks of, and how long it is true. */
export interface MailAbout {
  /** Of two to one reader in one thread, the later one says all that the earlier one said. */
  readonly thread: string | null;
  readonly bookingId?: string | null;
  readonly inquiryId?: string | null;
  /** The state in which the booking or inquiry has to be still; null: any. */
  readonly needsState?: string | null;
  /** Null: for ever. */
  readonly validUntil?: Date | null;
}

export interface NewMail {
  readonly id: string;
  /** The occasion: of one occasion there is one mail, however often it is asked for. */
  readonly once: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly calendar?: string | null;
  readonly links?: string | null;
  readonly replyTo?: string | null;
  readonly about?: MailAbout;
}

/** A mail that would have to wait for longer than this, for its address has had so many, waits for a person instead. */
const LONGEST_DELAY_MS = 48 * 3_600_000;

const ANYTHING: MailAbout = { thread: null };

/** @returns false when there is a mail of this occasion already. */
export async function addMail(transaction: Transaction, mail: NewMail, now: Date): Promise<boolean> {
  const { about = ANYTHING, calendar = null, links = null, replyTo = null, ...text } = mail;
  const { thread, bookingId = null, inquiryId = null, needsState = null, validUntil = null } = about;
  const dueAt = await paceOf(transaction, mail.recipient, now);
  const many = dueAt.getTime() - now.getTime() > LONGEST_DELAY_MS;
  const [state, reason] = many ? (['HELD', 'many'] as const) : (['WAITING', null] as const);
  const truth = { thread, bookingId, inquiryId, needsState, validUntil };
  const [added] = await transaction.query(addOnce, {
    ...text,
    ...truth,
    calendar,
    links,
    replyTo,
    state,
    reason,
    dueAt,
    now,
  });
  if (added?.state === 'WAITING')
    transaction.enqueue('deliver-mail', { id: mail.id }, { at: dueAt > now ? dueAt : null });
  return added !== undefined;
}

export async function mailSent(transaction: Transaction, id: string, at: Date): Promise<void> {
  const data = { state: 'SENT' as const, sentAt: at, failure: null };
  await transaction.prisma.mail.updateMany({ where: { id }, data });
  transaction.announce({ topic: 'jobs' });
}

export async function mailFailed(
  transaction: Transaction,
  id: string,
  { why, givenUp }: { readonly why: string; readonly givenUp: boolean },
): Promise<void> {
  const data = { failure: why, ...(givenUp && { state: 'FAILED' as const }) };
  await transaction.prisma.mail.updateMany({ where: { id }, data });
  transaction.announce({ topic: 'jobs' });
}

/** Tries again what was given up. @returns false when there is no such mail, or it is not given up. */
export async function retryMail(transaction: Transaction, id: string, now: Date): Promise<boolean> {
  const { count } = await transaction.prisma.mail.updateMany({
    where: { id, state: 'FAILED' },
    data: { state: 'WAITING', attempts: 0, dueAt: now },
  });
  if (count > 0) sendSoon(transaction, [id]);
  return count > 0;
}

/** The page of mails shows it at once, and a worker takes it. */
export function sendSoon(transaction: Transaction, ids: readonly string[]): void {
  for (const id of ids) transaction.enqueue('deliver-mail', { id });
  transaction.announce({ topic: 'jobs' });
}

interface SealedLinks {
  readonly id: string;
  readonly links: string;
}

/** What lies sealed in the mails that are kept. */
export async function listSealedLinks({ prisma }: Transaction): Promise<readonly SealedLinks[]> {
  const rows = await prisma.mail.findMany({
    where: { links: { not: null } },
    select: { id: true, links: true },
  });
  return rows.flatMap(({ id, links }) => (links === null ? [] : [{ id, links }]));
}

export async function updateSealedLinks({ prisma }: Transaction, { id, links }: SealedLinks): Promise<void> {
  await prisma.mail.updateMany({ where: { id }, data: { links } });
}

/** Newest first. */
export async function listMails(
  { prisma }: Database,
  limit: number,
  state?: MailState,
): Promise<readonly MailRow[]> {
  const rows = await prisma.mail.findMany({
    where: { ...(state && { state }) },
    ...SHOWN,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(mailOf);
}

const KEPT_DAYS = 90;

export async function pruneMails({ prisma }: Database, now: Date): Promise<void> {
  const before = { lt: new Date(now.getTime() - KEPT_DAYS * 86_400_000) };
  const old = [{ sentAt: before }, { sentAt: null, createdAt: before }];
  await prisma.mail.deleteMany({ where: { state: { in: ['SENT', 'DROPPED'] }, OR: old } });
}
