import type { Transaction } from '../transaction.ts';

/** What the studio says of itself. Empty: not told. */
export interface StudioRow {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  /** IANA name. */
  readonly zone: string;
  readonly language: string;
  /** What mails come from: an address, or a name with one. */
  readonly sender: string;
  /** Where people reach this installation. */
  readonly url: string;
  /** Whether somebody reads what is sent to the sender's address. */
  readonly senderRead: boolean;
  /** Whose address a client's answer to a mail goes to. */
  readonly replies: 'artist' | 'studio';
  /** Made for the demo, and nobody has looked at it since. */
  readonly demo: boolean;
}

/** Null before anybody has answered. */
export async function findStudio({ query }: Pick<Transaction, 'query'>): Promise<StudioRow | null> {
  const [row] = await query<StudioRow>(
    `SELECT name, address, phone, zone, language, sender, url, sender_read AS "senderRead", replies, demo FROM studio`,
  );
  return row ?? null;
}

/** As `findStudio`; whoever else wants to change it waits until this transaction ends, also before there is a row. */
export async function lockStudio(transaction: Transaction): Promise<StudioRow | null> {
  await transaction.query("SELECT pg_advisory_xact_lock(hashtext('atelier studio'))");
  return findStudio(transaction);
}

export async function saveStudio(transaction: Transaction, studio: StudioRow, now: Date): Promise<void> {
  const { name, address, phone, zone, language, sender, url, senderRead, replies, demo } = studio;
  await transaction.query(
    `INSERT INTO studio (name, address, phone, zone, language, sender, url, sender_read, replies, demo, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (id) DO UPDATE SET (name, address, phone, zone, language, sender, url, sender_read, replies, demo,
       updated_at) = ROW ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [name, address, phone, zone, language, sender, url, senderRead, replies, demo, now],
  );
}

/** Takes out what was made for the demo, unless somebody has made it their own. */
export async function deleteDemoStudio(transaction: Transaction): Promise<boolean> {
  return (await transaction.query('DELETE FROM studio WHERE demo RETURNING 1')).length > 0;
}
