import type { Bytes } from '../bytes.ts';
import { waitForTurn } from '../postgres/turn.sql.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import { admittedOf, openRequestsOf } from './open-requests.sql.ts';

/** Whose requests are counted. */
export interface Asking {
  /** As `mailboxOf` writes it. */
  readonly mailbox: string;
  readonly originHash: Bytes;
}

export interface OpenRequests {
  /** Of the mailbox, by artist; what nobody has taken under null. */
  readonly byArtist: ReadonlyMap<string | null, number>;
  readonly ofMailbox: number;
  readonly ofOrigin: number;
}

/** Namespace of the advisory locks, apart from those of other purposes. */
const ASKING_LOCKS = 7_303;

/**
 * Who asks under one mailbox, and who asks from one address, takes turns until the transaction ends; otherwise twenty
 * requests at once would each find room. The mailbox always comes first, so that nobody waits in a circle.
 */
export async function takeTurnsAsking(
  transaction: Transaction,
  { mailbox, originHash }: Asking,
): Promise<void> {
  for (const key of [`m:${mailbox}`, `o:${originHash.toString('hex')}`])
    await transaction.query(waitForTurn, { room: ASKING_LOCKS, key });
}

/** What waits for an answer of the studio: requests for a time, and ideas. */
export async function countOpenRequests(transaction: Transaction, asking: Asking): Promise<OpenRequests> {
  const rows = await transaction.query(openRequestsOf, asking);
  return {
    byArtist: new Map(rows.map(({ artistId, ofMailbox }) => [artistId, ofMailbox])),
    ofMailbox: rows.reduce((sum, row) => sum + row.ofMailbox, 0),
    ofOrigin: rows.reduce((sum, row) => sum + row.ofOrigin, 0),
  };
}

/** What was let in under the mailbox, within an hour and within a day, and from the same address. */
export type Admitted = RowOf<typeof admittedOf>;

/** What was let in lately, whatever has become of it: who cancels has asked all the same. A series counts once. */
export async function countAdmitted(transaction: Transaction, asking: Asking, now: Date): Promise<Admitted> {
  const [row] = await transaction.query(admittedOf, { ...asking, now });
  return row ?? { hourOfMailbox: 0, dayOfMailbox: 0, hourOfOrigin: 0 };
}

/** From which address a booking came; as long as it waits, it counts there. */
export async function noteOrigin(
  transaction: Transaction,
  bookingId: string,
  originHash: Bytes,
): Promise<void> {
  await transaction.prisma.booking.updateMany({ where: { id: bookingId }, data: { originHash } });
}
