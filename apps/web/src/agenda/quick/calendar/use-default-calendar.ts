import type { Calendar } from '../../../api/answers.ts';
import { useMe } from '../../../shell/use-me.ts';
import { useStored } from '../../../ui/use-stored.ts';
import { usualCalendar } from './usual-calendar.ts';

/** The calendar that something new goes into, and how it becomes another. */
export function useDefaultCalendar(open: readonly Calendar[]) {
  const [last, store] = useStored<string>('atelier.quick-calendar', (stored) => stored ?? '', String);
  const connects = useMe().role === 'ADMIN';
  return { chosen: usualCalendar(open, { last, connects }), choose: store };
}
