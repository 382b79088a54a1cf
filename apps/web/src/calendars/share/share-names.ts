import type { StudioWords } from '@atelier/words/studio/en';
import type { Audience, SharedWith, ShareLevel, ShareRow } from '../../api/answers.ts';

export const LEVELS = ['busy', 'read', 'write'] as const satisfies readonly ShareLevel[];

export function whomOf({ userId, groupId }: ShareRow): SharedWith {
  if (userId !== null) return { kind: 'person', id: userId };
  return groupId === null ? { kind: 'everybody' } : { kind: 'group', id: groupId };
}

export function keyOf(whom: SharedWith): string {
  return whom.kind === 'everybody' ? 'everybody' : `${whom.kind}:${whom.id}`;
}

/** With whom it could be shared and is not yet. */
export function choicesFrom(
  { people, groups }: Audience,
  shares: readonly ShareRow[],
  ownerId: string,
  { calendar: words }: StudioWords,
): readonly { readonly whom: SharedWith; readonly name: string; readonly hint?: string }[] {
  const taken = new Set(shares.map((share) => keyOf(whomOf(share))));
  const all = [
    { whom: { kind: 'everybody' } as const, name: words.everybody },
    ...groups.map(({ id, name, kind }) => ({
      whom: { kind: 'group', id } as const,
      name,
      hint: kind === 'MISSION' ? words.mission : words.group,
    })),
    ...people
      .filter(({ id }) => id !== ownerId)
      .map(({ id, name }) => ({ whom: { kind: 'person', id } as const, name })),
  ];
  return all.filter(({ whom }) => !taken.has(keyOf(whom)));
}
