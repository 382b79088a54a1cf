import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import {
  type CivilDate,
  firstOf,
  lastOf,
  type Month,
  monthAfter,
  monthOf,
  weeksOf,
} from '../time/civil-date.ts';
import { useReader } from '../words/words.ts';
import { DayCell } from './day-cell.tsx';
import { dateAfterKey } from './grid-key.ts';

interface MonthGridProps {
  readonly month: Month;
  readonly onMonth: (month: Month) => void;
  readonly today: CivilDate;
  readonly selected: CivilDate | null;
  /** Free times by date. */
  readonly counts: ReadonlyMap<CivilDate, number>;
  readonly loading: boolean;
  readonly onSelect: (date: CivilDate) => void;
}

const ARROW =
  'flex size-11 items-center justify-center rounded-full text-ink transition-colors hover:bg-sunken disabled:pointer-events-none disabled:opacity-30';

/** A month of days, as the date grid of the ARIA Authoring Practices: one stop for Tab, arrows inside. */
export function MonthGrid({ month, onMonth, today, selected, counts, loading, onSelect }: MonthGridProps) {
  const { words, formats } = useReader();
  const [focused, setFocused] = useState<CivilDate | null>(null);
  const moved = useRef(false);
  const grid = useRef<HTMLTableElement>(null);
  const title = useId();
  // Weeks that are over only push the others down.
  const weeks = weeksOf(month, formats.firstWeekday).filter((week) =>
    week.some((date) => date && date >= today),
  );
  const stop = stopOf(month, [focused, selected, today]);

  // Follows the focused day, also into a month that has just been drawn.
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-date="${stop}"]`)?.focus();
  }, [stop, month]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = dateAfterKey(stop, event, formats.firstWeekday);
    if (!next) return;
    event.preventDefault();
    const date = next < today ? today : next;
    moved.current = true;
    setFocused(date);
    if (monthOf(date) !== month) onMonth(monthOf(date));
  }

  return (
    <div>
      <div className="flex items-center justify-between">
        <button
          type="button"
          className={ARROW}
          aria-label={words.time.previous}
          disabled={month <= monthOf(today)}
          onClick={() => onMonth(monthAfter(month, -1))}
        >
          <ChevronLeft aria-hidden className="size-5" />
        </button>
        <h3 id={title} className="text-base font-semibold first-letter:uppercase">
          {formats.month(month)}
        </h3>
        <button
          type="button"
          className={ARROW}
          aria-label={words.time.following}
          onClick={() => onMonth(monthAfter(month, 1))}
        >
          <ChevronRight aria-hidden className="size-5" />
        </button>
      </div>
      <table
        ref={grid}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- as the date grid of the ARIA Authoring Practices
        role="grid"
        aria-labelledby={title}
        aria-describedby={`${title}-hint`}
        aria-busy={loading}
        onKeyDown={onKeyDown}
        className="mt-1 w-full table-fixed border-collapse"
      >
        <thead>
          <tr>
            {formats.weekdays.map(({ short, long }) => (
              <th key={long} scope="col" abbr={long} className="h-9 text-xs font-medium text-soft">
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find((date) => date)}>
              {week.map((date, column) =>
                date ? (
                  <DayCell
                    key={date}
                    date={date}
                    count={counts.get(date) ?? 0}
                    selected={date === selected}
                    stop={date === stop}
                    today={today}
                    loading={loading}
                    onFocus={() => setFocused(date)}
                    onSelect={() => onSelect(date)}
                  />
                ) : (
                  <td key={column} aria-hidden="true" />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p id={`${title}-hint`} className="sr-only">
        {words.time.gridHint}
      </p>
    </div>
  );
}

/** The day that Tab comes to: the first of these that is in sight. */
function stopOf(month: Month, dates: readonly (CivilDate | null)[]): CivilDate {
  const seen = dates.find((date) => date && date >= firstOf(month) && date <= lastOf(month));
  return seen ?? firstOf(month);
}
