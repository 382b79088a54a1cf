import type { WaitingItem, WaitingKind } from '../api/answers.ts';

/** One that waits, of a kind that is known. */
export type ItemOf<Kind extends WaitingKind> = Extract<WaitingItem, { kind: Kind }>;

/** Those of one kind, in their order. */
export function itemsOf<Kind extends WaitingKind>(
  items: readonly WaitingItem[],
  kind: Kind,
): readonly ItemOf<Kind>[] {
  return items.filter((item): item is ItemOf<Kind> => item.kind === kind);
}

/** No two that wait have the same. */
export function keyOf({ kind, id }: Pick<WaitingItem, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}
