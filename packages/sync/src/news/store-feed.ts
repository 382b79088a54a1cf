import type { FeedRow } from '@atelier/database/news/feed-store';
import {
  addItems,
  dropOldItems,
  type KnownItemRow,
  knownItemsOf,
  type ListedItem,
  listItems,
} from '@atelier/database/news/item-store';
import type { Transaction } from '@atelier/database/transaction';
import { firstLooks } from '@atelier/news/item/first-look';
import { keysOf, matchItems, withoutDoubles } from '@atelier/news/item/match-items';
import type { Feed } from '@atelier/news/read/feed';

export interface StoredItems {
  readonly added: number;
  /** Of which something shows otherwise than before. */
  readonly updated: number;
  readonly unchanged: number;
}

interface Storing {
  readonly now: Date;
  readonly newId: () => string;
}

/** What a feed lists now: what is known is known again, however it was edited, and the rest is new (N1). */
export async function storeItems(
  transaction: Transaction,
  { id: feedId, digest }: FeedRow,
  { items }: Feed,
  { now, newId }: Storing,
): Promise<StoredItems> {
  const known = await knownItemsOf(transaction, feedId);
  const listed = withoutDoubles(items.map((item) => ({ ...item, ...keysOf(item) })));
  const matched = matchItems(known, listed);
  const rows = new Map(known.map((row) => [row.id, row]));
  const again = listed.flatMap((item, n) => {
    const row = rows.get(matched[n] ?? '');
    return row ? [{ row, item: { ...item, id: row.id, summary: row.dropped ? '' : item.summary } }] : [];
  });
  const fresh = listed.filter((_, n) => matched[n] === null);
  const looks = firstLooks(
    fresh.map(({ published }) => published),
    { now, first: digest === null },
  );
  const shown = fresh.flatMap((item, n) => (looks[n] ? [{ ...item, ...looks[n], id: newId() }] : []));
  await listItems(
    transaction,
    again.map(({ item }) => item),
    now,
  );
  await addItems(transaction, feedId, shown, now);
  await dropOldItems(transaction, feedId, now);
  const updated = again.filter(({ row, item }) => showsOtherwise(row, item)).length;
  return { added: shown.length, updated, unchanged: again.length - updated };
}

function showsOtherwise(row: KnownItemRow, item: ListedItem): boolean {
  return !row.dropped && (row.title !== item.title || row.summary !== item.summary || row.link !== item.link);
}
