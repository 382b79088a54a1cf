import type { Calendar, SyncState } from '../api/answers.ts';

/** Which calendars are well, which are on their way, and which need a person. */
export interface Standing {
  /** Kept in step with a provider. */
  readonly followed: readonly Calendar[];
  readonly inStep: readonly Calendar[];
  readonly first: readonly Calendar[];
  readonly troubled: readonly Calendar[];
}

const TROUBLED: ReadonlySet<SyncState> = new Set(['held', 'failing', 'credentials', 'gone']);

export function isTroubled({ state }: Pick<Calendar, 'state'>): boolean {
  return TROUBLED.has(state);
}

export function standingOf(calendars: readonly Calendar[]): Standing {
  const followed = calendars.filter(({ state }) => state !== 'off' && state !== 'local');
  const troubled = followed.filter(isTroubled);
  // A calendar that has never been pulled completely is on its first sync, however busy it is.
  const first = followed.filter((calendar) => !isTroubled(calendar) && calendar.lastCompleteAt === null);
  const inStep = followed.filter((calendar) => !troubled.includes(calendar) && !first.includes(calendar));
  return { followed, inStep, first, troubled };
}
