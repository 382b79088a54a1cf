import type { Member } from '../fetch/member-event.ts';
import { isSameEtag } from '../wire/etag.ts';
import { wentBackwards } from './token-counter.ts';

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
  written: ReadonlySet<string> = NOTHING,
): DeltaPlan {
  const changed = delta.members.filter(({ href, etag }) => !isSameEtag(etag, known.get(href) ?? null));
  const isNews = new Set(changed);
  const retold = delta.members.filter((member) => !isNews.has(member) && !written.has(member.href)).length;
  if (isRetelling(retold, known.size)) return { kind: 'compare-full-list' };
  if (wentBackwards(sentToken, delta.token)) return { kind: 'compare-full-list' };
  return { kind: 'fetch', changed, claimedGone: delta.gone.filter(({ href }) => known.has(href)) };
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * A delta tells what is new. DAViCal answers a token that it does not know with all current members and no deletions
 * at all; taken for a delta, that would keep deleted events for ever. Its tokens are coarse besides, so that a few may
 * be told twice.
 */
function isRetelling(retold: number, knownSize: number): boolean {
  return retold > MOST_RETOLD || (retold > 0 && retold * 2 >= knownSize);
}

const MOST_RETOLD = 5;
