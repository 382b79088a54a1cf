import type { Member } from '../fetch/member-event.ts';
import { isSameEtag } from '../wire/etag.ts';

export interface FullListPlan {
  readonly fetch: readonly Member[];
  /** Known here, absent there. */
  readonly missing: readonly string[];
}

/** Compares a full list of members with what is stored, by href and etag. A member without an etag is always fetched. */
export function planFullList(
  members: ReadonlyMap<string, Member>,
  known: ReadonlyMap<string, string | null>,
): FullListPlan {
  return {
    fetch: [...members.values()].filter(({ href, etag }) => !isSameEtag(etag, known.get(href) ?? null)),
    missing: [...known.keys()].filter((href) => !members.has(href)),
  };
}
