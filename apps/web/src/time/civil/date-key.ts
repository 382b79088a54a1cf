import { addDays, addMonths, type CivilDate } from './civil-date.ts';
import { weekOf } from './week.ts';

interface GridKey {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** Where a key leads in a month of days, as in the date grid of the ARIA Authoring Practices; null for other keys. */
export function dateAfterKey(
  date: CivilDate,
  { key, shiftKey }: GridKey,
  firstWeekday: number,
): CivilDate | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1);
    case 'ArrowRight':
      return addDays(date, 1);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'Home':
      return weekOf(date, firstWeekday);
    case 'End':
      return addDays(weekOf(date, firstWeekday), 6);
    case 'PageUp':
      return addMonths(date, shiftKey ? -12 : -1);
    case 'PageDown':
      return addMonths(date, shiftKey ? 12 : 1);
    default:
      return null;
  }
}
