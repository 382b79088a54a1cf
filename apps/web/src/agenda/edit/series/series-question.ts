import type { SeriesReach } from '../../../api/answers.ts';
import type { Scope } from '../pending.ts';

/** How much of a series is meant, with what will become of it. */
export interface SeriesQuestion {
  readonly kind: 'edit' | 'remove';
  readonly title: string;
  readonly reach: SeriesReach | null;
  /** When the one that is open takes place, in words. */
  readonly when: string;
  /** What changes, in words. */
  readonly changes: readonly string[];
  readonly scopes: readonly Scope[];
}

export const EVERY_SCOPE: readonly Scope[] = ['this', 'following', 'all'];
