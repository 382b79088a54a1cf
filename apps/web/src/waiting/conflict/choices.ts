import type { ConflictDetail } from '../../api/answers.ts';
import type { Group } from './field-words.ts';

type Side = 'mine' | 'theirs';
export type Choices = Readonly<Partial<Record<Group, Side>>>;
type Difference = ConflictDetail['differences'][number];

/** Differences by field group: those of the event itself first, then those of single dates of a series. */
export function byGroup(differences: readonly Difference[]): ReadonlyMap<Group, readonly Difference[]> {
  return Map.groupBy(differences, ({ group }) => group);
}

/**
 * What is chosen before anybody has chosen: as it was settled; else whoever alone has changed a field. What both have
 * changed nobody chooses for them.
 */
export function firstChoices({ differences, taken }: Pick<ConflictDetail, 'differences' | 'taken'>): Choices {
  const chosen = [...byGroup(differences)].flatMap(([group, rows]): [Group, Side][] => {
    const settled = taken?.[group];
    if (settled) return [[group, settled]];
    const sides = new Set(rows.map(({ changed }) => changed));
    const [only] = sides;
    return sides.size === 1 && only && only !== 'both' ? [[group, only]] : [];
  });
  return Object.fromEntries(chosen);
}
