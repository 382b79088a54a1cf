import { useCallback, useMemo, useState } from 'react';
import { type CivilDate, monthOf } from '../../../time/civil/civil-date.ts';
import { afterPage, beforePage, type GridPage, gridPage, isOn, monthShowing } from './grid-page.ts';

interface ShownPages {
  readonly page: GridPage;
  /** Where next and previous lead; there is nothing before the first. */
  readonly near: readonly GridPage[];
  /** Brings a date into sight. */
  readonly show: (date: CivilDate) => void;
}

/** The page of days in sight. It stays where it is while the chosen date lies on it. */
export function useGridPage(date: CivilDate | null, today: CivilDate, firstWeekday: number): ShownPages {
  const [month, setMonth] = useState(() => monthShowing(date ?? today, today, firstWeekday));
  const [seen, setSeen] = useState(date);
  const shown = useMemo(() => {
    const pageWith = (day: CivilDate) =>
      gridPage(monthShowing(day, today, firstWeekday), today, firstWeekday);
    const page = gridPage(month, today, firstWeekday);
    const near = [pageWith(afterPage(page))];
    if (page.month > monthOf(today)) near.push(pageWith(beforePage(page)));
    return { page, near };
  }, [month, today, firstWeekday]);
  const show = useCallback(
    (day: CivilDate) => setMonth(monthShowing(day, today, firstWeekday)),
    [today, firstWeekday],
  );
  // A day that came from elsewhere, such as Back or the next free time, is brought into sight.
  if (date !== seen) {
    setSeen(date);
    if (date && !isOn(shown.page, date)) show(date);
  }
  return { ...shown, show };
}
