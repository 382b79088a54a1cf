import type { FeedItem } from '../read/feed.ts';
import { addressKey } from '../read/web-address.ts';

/** That by which an item may be known again. */
export interface ItemKeys {
  readonly guid: string | null;
  /** `addressKey` of its link. */
  readonly linkKey: string | null;
  /** Its title in small letters, without what is no letter or digit. */
  readonly titleKey: string;
  readonly published: Date | null;
}

export interface KnownItem extends ItemKeys {
  readonly id: string;
}

export function keysOf({ guid, link, title, published }: FeedItem): ItemKeys {
  return {
    guid,
    linkKey: link === null ? null : addressKey(link),
    titleKey: title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
    published,
  };
}

/** Items that one document lists twice, once: newspapers list an article in two sections, Atom an entry per revision. */
export function withoutDoubles<Item extends ItemKeys>(items: readonly Item[]): readonly Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const { guid, linkKey, titleKey, published } = item;
    const names = [
      JSON.stringify([guid, linkKey, titleKey, null]),
      ...(published === null ? [] : [JSON.stringify([guid, linkKey, null, published.getTime()])]),
    ];
    // Without a name of its own, only what is alike in everything is the same.
    const known = guid === null && linkKey === null ? [everything(item)] : names;
    const double = known.some((name) => seen.has(name));
    for (const name of known) seen.add(name);
    return !double;
  });
}

/**
 * For each item that a feed lists now, the id of the one that it is already known as; null: it is new. Publishers change
 * titles, addresses, dates and even ids of what they have published; whatever is left of these tells. A key that several
 * items share tells nothing.
 * @param listed without doubles.
 */
export function matchItems(
  known: readonly KnownItem[],
  listed: readonly ItemKeys[],
): readonly (string | null)[] {
  const found = new Map<ItemKeys, KnownItem>();
  const taken = new Set<KnownItem>();
  for (const { key, goes } of RULES) {
    const here = tellingKeys(listed, key);
    const there = tellingKeys(known, key);
    for (const [name, item] of here) {
      const other = there.get(name);
      if (!other || found.has(item) || taken.has(other) || !goes(item, other)) continue;
      found.set(item, other);
      taken.add(other);
    }
  }
  return listed.map((item) => found.get(item)?.id ?? null);
}

interface Rule {
  readonly key: (item: ItemKeys) => string | null;
  /** Whether two that share the key may be one. */
  readonly goes: (item: ItemKeys, other: ItemKeys) => boolean;
}

const APART_MS = 48 * 3_600_000;
const always = () => true;

const RULES: readonly Rule[] = [
  { key: everything, goes: always },
  { key: ({ guid }) => guid, goes: always },
  // An id that holds the headline changes with it; a page that is written anew each day keeps its address.
  { key: ({ linkKey }) => linkKey, goes: (item, other) => sameGuid(item, other) || nearInTime(item, other) },
  {
    key: ({ titleKey, published }) =>
      titleKey === '' || !published ? null : `${titleKey}|${published.getTime()}`,
    goes: always,
  },
  { key: ({ titleKey }) => titleKey || null, goes: nearInTime },
];

function everything({ guid, linkKey, titleKey, published }: ItemKeys): string {
  return JSON.stringify([guid, linkKey, titleKey, published?.getTime() ?? null]);
}

function sameGuid({ guid }: ItemKeys, other: ItemKeys): boolean {
  return guid === null || other.guid === null || guid === other.guid;
}

function nearInTime({ published }: ItemKeys, other: ItemKeys): boolean {
  if (published === null || other.published === null) return true;
  return Math.abs(published.getTime() - other.published.getTime()) <= APART_MS;
}

/** Those of which each is one item's alone. */
function tellingKeys<Item extends ItemKeys>(
  items: readonly Item[],
  key: Rule['key'],
): ReadonlyMap<string, Item> {
  const found = new Map<string, Item | null>();
  for (const item of items) {
    const name = key(item);
    if (name !== null) found.set(name, found.has(name) ? null : item);
  }
  return new Map([...found].filter((entry): entry is [string, Item] => entry[1] !== null));
}
