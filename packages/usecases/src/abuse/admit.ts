import {
  type Admitted,
  countAdmitted,
  countOpenRequests,
  type OpenRequests,
  takeTurnsAsking,
} from '@atelier/database/abuse/open-requests';
import { spendProof } from '@atelier/database/abuse/spent-proof-store';
import type { Transaction } from '@atelier/database/transaction';
import { type Outcome, refusedFor } from '../outcome.ts';
import { mailboxOf } from './mailbox.ts';
import type { Origin } from './origin.ts';

/** So many requests may wait for an answer at once. */
const MOST_OF_MAILBOX_AT_ARTIST = 3;
const MOST_OF_MAILBOX = 6;
const MOST_OF_ORIGIN = 10;
/** So many may come in at all, whatever becomes of them: who cancels and asks anew has asked twice. */
const ADMITTED_OF_MAILBOX_AN_HOUR = 6;
const ADMITTED_OF_MAILBOX_A_DAY = 12;
const ADMITTED_OF_ORIGIN_AN_HOUR = 20;

export interface Admission {
  /** Null: at anybody's. */
  readonly artistId: string | null;
  readonly email: string;
  readonly now: Date;
}

/**
 * Whether somebody unknown may ask for one thing more (case 50). Counted in the transaction that makes it, in turn with
 * everybody who asks alike; take the idempotency key before, and turns at times after.
 *
 * Every limit is refused with the same words: who types another person's address learns no more from them than who asks
 * too often (B10).
 * @param origin null: the studio's own doing, which is not counted.
 * @returns null when they may.
 */
export async function admit(
  transaction: Transaction,
  origin: Origin | null | undefined,
  { artistId, email, now }: Admission,
): Promise<Outcome<never> | null> {
  if (!origin) return null;
  const asking = { mailbox: mailboxOf(email), originHash: origin.hash };
  await takeTurnsAsking(transaction, asking);
  const full =
    isFull(await countOpenRequests(transaction, asking), artistId) ||
    isTooOften(await countAdmitted(transaction, asking, now));
  if (!full) return null;
  return refusedFor('too-many', 'too-many-open');
}

/**
 * Spends the proof of work; the last thing before something is written, so that a time that was taken costs nobody a
 * second one. @returns null when it counts, or when none was needed.
 */
export async function spend(
  transaction: Transaction,
  origin: Origin | null | undefined,
): Promise<Outcome<never> | null> {
  const proof = origin?.proof ?? null;
  if (proof === null || (await spendProof(transaction, proof))) return null;
  return refusedFor('invalid', 'proof-spent');
}

function isFull({ byArtist, ofMailbox, ofOrigin }: OpenRequests, artistId: string | null): boolean {
  const atArtist = byArtist.get(artistId) ?? 0;
  return atArtist >= MOST_OF_MAILBOX_AT_ARTIST || ofMailbox >= MOST_OF_MAILBOX || ofOrigin >= MOST_OF_ORIGIN;
}

function isTooOften({ hourOfMailbox, dayOfMailbox, hourOfOrigin }: Admitted): boolean {
  return (
    hourOfMailbox >= ADMITTED_OF_MAILBOX_AN_HOUR ||
    dayOfMailbox >= ADMITTED_OF_MAILBOX_A_DAY ||
    hourOfOrigin >= ADMITTED_OF_ORIGIN_AN_HOUR
  );
}
