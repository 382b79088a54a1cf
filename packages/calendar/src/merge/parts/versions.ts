import type { ObjectParts } from './object-parts.ts';

export type Side = 'mine' | 'theirs';

/** The three versions of one object; `base` is null where there is none to compare with. */
export interface Versions {
  readonly base: ObjectParts | null;
  readonly mine: ObjectParts;
  readonly theirs: ObjectParts;
}
