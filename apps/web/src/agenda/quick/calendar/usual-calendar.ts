import type { Calendar } from '../../../api/answers.ts';

type Known = Pick<Calendar, 'id' | 'mine' | 'demo' | 'kind' | 'connectionId'>;

/**
 * Which calendar something new goes into that nobody has named one for: the last one that was used, else one's own. Whoever
 * connects the accounts of a studio owns their calendars too; what is theirs alone is the one that no account brought.
 * @param open those one may write into, in the order of the list
 */
export function usualCalendar<Each extends Known>(
  open: readonly Each[],
  { last, connects }: { readonly last: string; readonly connects: boolean },
): Each | undefined {
  const own = open.filter(({ mine, kind }) => mine && kind === 'personal');
  return (
    open.find(({ id }) => id === last) ??
    own.find(({ demo, connectionId }) => !demo && (connectionId === null || !connects)) ??
    own[0] ??
    open.find(({ mine }) => mine) ??
    open[0]
  );
}
