import { isSameEtag } from './etag.ts';
import type { Member } from './member-event.ts';

export interface Delta {
  readonly members: readonly Member[];
  readonly gone: readonly Member[];
  readonly token: string;
}

export type DeltaPlan =
  | { readonly kind: 'compare-full-list' }
  | { readonly kind: 'fetch'; readonly changed: readonly Member[]; readonly claimedGone: readonly Member[] };

/**
 * What to do about a delta that came for `sentToken`. Deletions are claims until a multiget has confirmed
 * them: Nextcloud reports an object that was deleted and made anew under its old name as deleted only.
 */
export function planDelta(
  delta: Delta,
  sentToken: string,
  known: ReadonlyMap<string, string | null>,
): DeltaPlan {
  const changed = delta.members.filter(({ href, etag }) => !isSameEtag(etag, known.get(href) ?? null));
  if (isWholeCalendar(delta, changed.length, known.size)) return { kind: 'compare-full-list' };
  if (wentBackwards(sentToken, delta.token)) return { kind: 'compare-full-list' };
  return { kind: 'fetch', changed, claimedGone: delta.gone.filter(({ href }) => known.has(href)) };
}

/**
 * DAViCal answers a token it does not know with all current members and no deletions at all; taken for a
 * delta, that would keep deleted events for ever.
 */
function isWholeCalendar({ members }: Delta, changed: number, knownSize: number): boolean {
  const unchanged = members.length - changed;
  return members.length > 0 && members.length >= knownSize && unchanged * 2 > members.length;
}

/**
 * sabre/dav counts its tokens up (`http://sabre.io/ns/sync/42`) and accepts those of the future. A smaller
 * one than was sent means that the server was restored from a backup.
 */
export function wentBackwards(sent: string, received: string): boolean {
  const before = counterOf(sent);
  const after = counterOf(received);
  return before !== null && after !== null && before.prefix === after.prefix && after.count < before.count;
}

function counterOf(token: string): { prefix: string; count: bigint } | null {
  const match = /^(|.*[/:-])(\d+)$/.exec(token);
  return match?.[1] === undefined || match[2] === undefined
    ? null
    : { prefix: match[1], count: BigInt(match[2]) };
}
