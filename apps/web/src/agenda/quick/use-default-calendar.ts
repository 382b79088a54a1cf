import type { Calendar } from '../../api/answers.ts';
import { useStored } from '../../ui/use-stored.ts';

/** The calendar that the last new event went into, else one's own, else the first. */
export function useDefaultCalendar(open: readonly Calendar[]) {
  const [last, store] = useStored<string>('atelier.quick-calendar', (stored) => stored ?? '', String);
  const chosen = open.find(({ id }) => id === last) ?? open.find(({ mine }) => mine) ?? open[0];
  return { chosen, choose: store };
}
