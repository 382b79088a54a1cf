import { createHash } from 'node:crypto';
import { canonicalRequest, type JsonValue } from '@atelier/booking/canonical-request';
import { keepAnswer, type StoredAnswer } from '@atelier/database/booking/idempotency-store';
import type { Bytes } from '@atelier/database/bytes';
import type { Transaction } from '@atelier/database/transaction';
import type { Context } from './context.ts';
import { done, type Outcome, refusedFor } from './outcome.ts';

/** A request that is answered once, however often it arrives (B5). */
export interface Keyed {
  readonly key: string;
  /** Of what was asked: another request under the same key is refused. */
  readonly hash: Bytes;
}

const LONGEST_KEY = 200;

export function keyedRequest(key: string, asked: JsonValue): Outcome<Keyed> {
  if (key.length > LONGEST_KEY || !/^[\x21-\x7E]+$/.test(key))
    return refusedFor('invalid', 'request-key', { most: LONGEST_KEY });
  return done({ key, hash: createHash('sha256').update(canonicalRequest(asked)).digest() });
}

/** Keeps what was answered. It may hold a token, which nobody is to read in the database. */
export async function keepSealed(
  transaction: Transaction,
  { secrets, clock }: Pick<Context, 'secrets' | 'clock'>,
  { key, hash: requestHash }: Keyed,
  answer: object,
): Promise<void> {
  const sealed = secrets.seal(JSON.stringify(answer), key);
  await keepAnswer(transaction, key, { requestHash, status: 201, answer: { sealed } }, clock());
}

/** The answer of the first time. */
export function openSealed<Answer>(
  { secrets }: Pick<Context, 'secrets'>,
  { key, hash }: Keyed,
  { requestHash, answer }: StoredAnswer,
): Outcome<Answer> {
  if (!requestHash.equals(hash)) return refusedFor('mismatch', 'request-key-used');
  const { sealed } = answer as { sealed: string };
  return done(JSON.parse(secrets.open(sealed, key)) as Answer);
}
