import type { Database, Queryable } from '../database.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import { dropOld, forgetDropped, insertItems, knownItems, updateItems } from './item-store.sql.ts';

/** An item of a feed, with that by which it is known again. */
export interface ListedItem {
  readonly id: string;
  readonly guid: string | null;
  readonly linkKey: string | null;
  readonly titleKey: string;
  readonly published: Date | null;
  readonly link: string | null;
  readonly title: string;
  /** A line or two; empty where there is none. */
  readonly summary: string;
}

export interface NewItem extends ListedItem {
  readonly shownAt: Date;
  /** Told as news. */
  readonly fresh: boolean;
}

export type KnownItemRow = RowOf<typeof knownItems>;

export async function knownItemsOf({ query }: Queryable, feedId: string): Promise<readonly KnownItemRow[]> {
  return query(knownItems, { feedId });
}

export async function addItems(
  { query }: Transaction,
  feedId: string,
  items: readonly NewItem[],
  now: Date,
): Promise<void> {
  if (items.length === 0) return;
  const shown = items.map(({ shownAt }) => shownAt);
  const fresh = items.map((item) => item.fresh);
  await query(insertItems, { feedId, ...columnsOf(items), shown, fresh, now });
}

/** As their feed lists them now. */
export async function listItems(
  { query }: Transaction,
  items: readonly ListedItem[],
  now: Date,
): Promise<void> {
  if (items.length > 0) await query(updateItems, { ...columnsOf(items), now });
}

const SHOWN_MS = 60 * 86_400_000;
const KNOWN_MS = 365 * 86_400_000;

export async function dropOldItems({ query }: Transaction, feedId: string, now: Date): Promise<void> {
  await query(dropOld, { feedId, before: new Date(now.getTime() - SHOWN_MS) });
}

/** What no feed has listed for a year is not known any more. */
export async function pruneNews({ query }: Database, now: Date): Promise<void> {
  await query(forgetDropped, { before: new Date(now.getTime() - KNOWN_MS) });
}

function columnsOf(items: readonly ListedItem[]) {
  return {
    ids: items.map(({ id }) => id),
    guids: items.map(({ guid }) => guid),
    linkKeys: items.map(({ linkKey }) => linkKey),
    titleKeys: items.map(({ titleKey }) => titleKey),
    published: items.map((item) => item.published),
    links: items.map(({ link }) => link),
    titles: items.map(({ title }) => title),
    summaries: items.map(({ summary }) => summary),
  };
}
