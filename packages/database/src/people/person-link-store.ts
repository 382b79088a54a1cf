import type { Bytes } from '../bytes.ts';
import type { Transaction } from '../transaction.ts';

export type PersonLinkKind = 'INVITE' | 'RESET';

export interface PersonLinkRow {
  readonly userId: string;
  readonly kind: PersonLinkKind;
  readonly expiresAt: Date;
}

/** A person has one link at most: the newest. */
export async function putPersonLink(
  transaction: Transaction,
  { userId, kind, expiresAt, tokenHash }: PersonLinkRow & { readonly tokenHash: Bytes },
): Promise<void> {
  await transaction.query(
    `INSERT INTO person_link (user_id, token_hash, kind, expires_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (user_id) DO UPDATE SET token_hash = $2, kind = $3, expires_at = $4`,
    [userId, tokenHash, kind, expiresAt],
  );
}

/** Whose it is, as long as it opens; it opens nothing for somebody who is switched off. */
export async function findPersonLink(
  source: Pick<Transaction, 'query'>,
  tokenHash: Bytes,
  now: Date,
): Promise<
  (PersonLinkRow & { readonly name: string; readonly email: string; readonly language: string | null }) | null
> {
  const [row] = await source.query<
    PersonLinkRow & { readonly name: string; readonly email: string; readonly language: string | null }
  >(
    `SELECT l.user_id AS "userId", l.kind, l.expires_at AS "expiresAt", u.name, u.email, u.language
     FROM person_link l JOIN "user" u ON u.id = l.user_id
     WHERE l.token_hash = $1 AND l.expires_at > $2 AND u.disabled_at IS NULL`,
    [tokenHash, now],
  );
  return row ?? null;
}

/** Takes it away for good. @returns null when it opens nothing (any more): of two who use it at once, one has it. */
export async function takePersonLink(
  transaction: Transaction,
  tokenHash: Bytes,
  now: Date,
): Promise<PersonLinkRow | null> {
  const [row] = await transaction.query<PersonLinkRow>(
    `DELETE FROM person_link l USING "user" u
     WHERE u.id = l.user_id AND l.token_hash = $1 AND l.expires_at > $2 AND u.disabled_at IS NULL
     RETURNING l.user_id AS "userId", l.kind, l.expires_at AS "expiresAt"`,
    [tokenHash, now],
  );
  return row ?? null;
}

export async function dropPersonLink(transaction: Transaction, userId: string): Promise<void> {
  await transaction.query('DELETE FROM person_link WHERE user_id = $1', [userId]);
}
