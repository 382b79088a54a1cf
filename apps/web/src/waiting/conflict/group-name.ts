import type { StudioWords } from '@atelier/words/studio/en';

/** What a field group is called; one of a newer server has no words here yet. */
export function groupName(group: string, { conflict: { groups } }: StudioWords): string {
  return Object.entries(groups).find(([name]) => name === group)?.[1] ?? group;
}
