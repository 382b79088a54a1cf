import type { StudioWords } from '@atelier/words/studio/en';
import type { Scope } from '../pending.ts';

interface Told {
  readonly title: string;
  /** Of one event, or one date of a series. */
  readonly one: string;
  /** Of a part of a series. */
  readonly part: (told: { readonly what: string }) => string;
}

/** What was done, with how much of a series it reached. */
export function doneText({ edit }: StudioWords, scope: Scope, { title, one, part }: Told): string {
  if (scope === 'this') return one;
  return part({ what: scope === 'following' ? edit.did.following({ title }) : edit.did.all({ title }) });
}
