import type { Bytes } from '@atelier/database/bytes';
import { attachUploads, countUploads, type ImageOwner } from '@atelier/database/image/image-store';
import type { Transaction } from '@atelier/database/transaction';
import { type Outcome, refusedFor } from '../outcome.ts';
import { hashToken } from '../tokens.ts';

const MOST_IMAGES = 5;

type Tokens = readonly string[] | null | undefined;

/**
 * Whether these uploads wait to be attached. They are locked until the transaction ends, so that what is asked before
 * anything is written still holds when it is.
 */
export async function wrongImages(transaction: Transaction, tokens: Tokens): Promise<Outcome<never> | null> {
  const hashes = hashesOf(tokens);
  if (hashes.length === 0) return null;
  if (hashes.length > MOST_IMAGES) return refusedFor('invalid', 'pictures-many', { most: MOST_IMAGES });
  if ((await countUploads(transaction, hashes)) === hashes.length) return null;
  return refusedFor('invalid', 'picture-gone');
}

/** Gives uploads their place; ask `wrongImages` first, in the same transaction. */
export async function attachImages(
  transaction: Transaction,
  owner: ImageOwner,
  tokens: Tokens,
): Promise<void> {
  const hashes = hashesOf(tokens);
  if (hashes.length === 0) return;
  if ((await attachUploads(transaction, owner, hashes)) !== hashes.length)
    throw new Error('a picture that was locked has gone');
}

/** The same picture named twice is one. */
function hashesOf(tokens: Tokens): readonly Bytes[] {
  return [...new Set(tokens ?? [])].sort().map(hashToken);
}
