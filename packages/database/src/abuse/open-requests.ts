import type { Transaction } from '../transaction.ts';

/** Whose requests are counted. */
export interface Asking {
  /** As `mailboxOf` writes it. */
  readonly mailbox: string;
  readonly originHash: Buffer;
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
    await transaction.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [ASKING_LOCKS, key]);
}

interface Counted {
  readonly artistId: string | null;
  readonly ofMailbox: number;
  readonly ofOrigin: number;
}

/** What waits for an answer of the studio: requests for a time, and ideas. */
export async function countOpenRequests(
  transaction: Transaction,
  { mailbox, originHash }: Asking,
): Promise<OpenRequests> {
  const rows = await transaction.query<Counted>(
    `SELECT artist_id AS "artistId", count(*) FILTER (WHERE ${MAILBOX} = $1)::int AS "ofMailbox",
       count(*) FILTER (WHERE origin_hash = $2)::int AS "ofOrigin"
     FROM (SELECT artist_id, client_email, origin_hash FROM booking WHERE state = 'REQUESTED'
           UNION ALL SELECT artist_id, client_email, origin_hash FROM inquiry WHERE state = 'OPEN') AS waiting
     WHERE ${MAILBOX} = $1 OR origin_hash = $2 GROUP BY artist_id`,
    [mailbox, originHash],
  );
  return {
    byArtist: new Map(rows.map(({ artistId, ofMailbox }) => [artistId, ofMailbox])),
    ofMailbox: rows.reduce((sum, row) => sum + row.ofMailbox, 0),
    ofOrigin: rows.reduce((sum, row) => sum + row.ofOrigin, 0),
  };
}

export interface Admitted {
  /** What was let in under the mailbox, within an hour and within a day. */
  readonly hourOfMailbox: number;
  readonly dayOfMailbox: number;
  readonly hourOfOrigin: number;
}

/** What was let in lately, whatever has become of it: who cancels has asked all the same. A series counts once. */
export async function countAdmitted(
  transaction: Transaction,
  { mailbox, originHash }: Asking,
  now: Date,
): Promise<Admitted> {
  const [row] = await transaction.query<Admitted>(
    `SELECT count(DISTINCT id) FILTER (WHERE of_mailbox AND recent)::int AS "hourOfMailbox",
       count(DISTINCT id) FILTER (WHERE of_mailbox)::int AS "dayOfMailbox",
       count(DISTINCT id) FILTER (WHERE of_origin AND recent)::int AS "hourOfOrigin"
     FROM (SELECT id, ${MAILBOX} = $1 AS of_mailbox, origin_hash = $2 AS of_origin,
             created_at > $3::timestamptz - interval '1 hour' AS recent
           FROM (SELECT coalesce(series_id, id) AS id, client_email, origin_hash, created_at FROM booking
                 UNION ALL SELECT id, client_email, origin_hash, created_at FROM inquiry) AS made
           WHERE origin_hash IS NOT NULL AND created_at > $3::timestamptz - interval '1 day'
             AND (${MAILBOX} = $1 OR origin_hash = $2)) AS admitted`,
    [mailbox, originHash, now],
  );
  return row ?? { hourOfMailbox: 0, dayOfMailbox: 0, hourOfOrigin: 0 };
}

/** What `mailboxOf` does, on what clients typed. */
const MAILBOX = `lower(regexp_replace(client_email, '\\+[^@]*@', '@'))`;

/** From which address a booking came; as long as it waits, it counts there. */
export async function noteOrigin(
  transaction: Transaction,
  bookingId: string,
  originHash: Buffer,
): Promise<void> {
  await transaction.query('UPDATE booking SET origin_hash = $2 WHERE id = $1', [bookingId, originHash]);
}
