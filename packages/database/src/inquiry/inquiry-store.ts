import type { InquiryState } from '@atelier/booking/inquiry-state';
import type { Bytes } from '../bytes.ts';
import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

type Query = Pick<Database, 'query'> | Pick<Transaction, 'query'>;

/** An idea that a client has described; the artist answers with a quote and with times to choose from. */
export interface InquiryRow {
  readonly id: string;
  /** Null: whoever of the studio takes it. */
  readonly artistId: string | null;
  readonly state: InquiryState;
  readonly clientName: string;
  readonly clientEmail: string;
  readonly clientPhone: string | null;
  /** IANA name; null where the client did not say. */
  readonly clientZone: string | null;
  readonly language: string;
  readonly idea: string;
  readonly placement: string;
  readonly size: string;
  readonly style: string;
  readonly budget: string;
  readonly preferredDays: string;
  readonly quote: string;
  readonly deposit: string;
  readonly message: string;
  /** Grows with every change; mails bear it. */
  readonly version: number;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const FIELDS = {
  id: 'id',
  artistId: 'artist_id',
  state: 'state',
  clientName: 'client_name',
  clientEmail: 'client_email',
  clientPhone: 'client_phone',
  clientZone: 'client_zone',
  language: 'language',
  idea: 'idea',
  placement: 'placement',
  size: 'size',
  style: 'style',
  budget: 'budget',
  preferredDays: 'preferred_days',
  quote: 'quote',
  deposit: 'deposit',
  message: 'message',
  version: 'version',
  expiresAt: 'expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const satisfies Readonly<Record<keyof InquiryRow, string>>;

const NAMES = Object.keys(FIELDS) as (keyof InquiryRow)[];
const COLUMNS = NAMES.map((name) => `i.${FIELDS[name]} AS "${name}"`).join(', ');

/** @param originHash of the address that it came from; null for nobody's. */
export async function insertInquiry(
  transaction: Transaction,
  inquiry: InquiryRow,
  originHash: Bytes | null,
): Promise<void> {
  const columns = [...NAMES.map((name) => FIELDS[name]), 'origin_hash'];
  const places = columns.map((_, n) => `$${n + 1}`);
  await transaction.query(`INSERT INTO inquiry (${columns.join(', ')}) VALUES (${places.join(', ')})`, [
    ...NAMES.map((name) => inquiry[name]),
    originHash,
  ]);
  if (inquiry.expiresAt) expireAt(transaction, inquiry.id, inquiry.expiresAt);
}

/** Where it is answered before, or gets another time to be answered until, there is nothing to do then. */
function expireAt(transaction: Transaction, id: string, at: Date): void {
  transaction.enqueue('expire-inquiry', { id }, { at, key: `${id}@${at.toISOString()}` });
}

export type InquiryPatch = Partial<
  Pick<
    InquiryRow,
    'artistId' | 'state' | 'quote' | 'deposit' | 'message' | 'version' | 'expiresAt' | 'updatedAt'
  >
>;

export async function patchInquiry(transaction: Transaction, id: string, patch: InquiryPatch): Promise<void> {
  const names = NAMES.filter((name): name is keyof InquiryPatch => name in patch);
  if (names.length === 0) return;
  const sets = names.map((name, n) => `${FIELDS[name]} = $${n + 2}`);
  await transaction.query(`UPDATE inquiry SET ${sets.join(', ')} WHERE id = $1`, [
    id,
    ...names.map((name) => patch[name]),
  ]);
  if (patch.expiresAt) expireAt(transaction, id, patch.expiresAt);
}

/** Locked until the transaction ends: two answers at once are one after the other. */
export async function lockInquiry(transaction: Transaction, id: string): Promise<InquiryRow | null> {
  const [row] = await transaction.query<InquiryRow>(
    `SELECT ${COLUMNS} FROM inquiry i WHERE i.id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

export interface InquiryFilter {
  readonly ids?: readonly string[] | undefined;
  readonly states?: readonly InquiryState[] | undefined;
  /** Of artists who sign in as this person, and those that nobody has taken; null for everybody's. */
  readonly visibleTo: string | null;
  readonly limit: number;
}

/** What waits for the studio first, the newest of each first. */
export async function listInquiries(
  { query }: Query,
  { ids, states, visibleTo, limit }: InquiryFilter,
): Promise<readonly InquiryRow[]> {
  return query<InquiryRow>(
    `SELECT ${COLUMNS} FROM inquiry i LEFT JOIN artist a ON a.id = i.artist_id
     WHERE ($1::uuid[] IS NULL OR i.id = ANY ($1)) AND ($2::text[] IS NULL OR i.state::text = ANY ($2))
       AND ($3::text IS NULL OR a.user_id = $3
            OR (a.id IS NULL AND EXISTS (SELECT 1 FROM artist mine WHERE mine.user_id = $3)))
     ORDER BY i.state <> 'OPEN', i.state <> 'OFFERED', i.created_at DESC, i.id LIMIT $4`,
    [ids ?? null, states ?? null, visibleTo, limit],
  );
}

/** Those that waited long enough, for an answer or for a choice. */
export async function lapsedInquiries({ query }: Query, now: Date): Promise<readonly string[]> {
  const rows = await query<Pick<InquiryRow, 'id'>>(
    "SELECT id FROM inquiry WHERE state IN ('OPEN', 'OFFERED') AND expires_at <= $1 ORDER BY expires_at",
    [now],
  );
  return rows.map(({ id }) => id);
}
