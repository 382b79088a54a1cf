import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { type CivilDate, firstOf, monthOf } from '../../../time/civil/civil-date.ts';
import { dateAfterKey } from '../../../time/civil/date-key.ts';
import { useReader } from '../../language/reader.ts';
import { DayCell } from './day-cell.tsx';
import { afterPage, beforePage, type GridPage, isOn } from './grid-page.ts';

interface MonthGridProps {
  readonly page: GridPage;
  readonly title: string;
  /** Brings a date into sight that is on another page. */
  readonly onShow: (date: CivilDate) => void;
  readonly today: CivilDate;
  readonly selected: CivilDate | null;
  /** Free times by date. */
  readonly counts: ReadonlyMap<CivilDate, number>;
  readonly loading: boolean;
  readonly onSelect: (date: CivilDate) => void;
}

const ARROW =
  'flex size-11 items-center justify-center rounded-full text-ink transition-colors hover:bg-sunken disabled:pointer-events-none disabled:opacity-30';

/** Weeks of days, as the date grid of the ARIA Authoring Practices: one stop for Tab, arrows inside. */
export function MonthGrid(props: MonthGridProps) {
  const { page, selected, today, loading } = props;
  const { words, formats } = useReader();
  const heading = useId();
  const grid = useRef<HTMLTableElement>(null);
  const focus = useGridFocus(props, grid);
  return (
    <div>
      <MonthLine {...props} heading={heading} />
      <table
        ref={grid}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- as the date grid of the ARIA Authoring Practices
        role="grid"
        aria-labelledby={heading}
        aria-describedby={`${heading}-hint`}
        aria-busy={loading}
        onKeyDown={focus.onKeyDown}
        className="mt-1 w-full table-fixed border-collapse"
      >
        <WeekdayLine />
        <tbody>
          {page.weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <DayCell
                  key={date}
                  date={date}
                  month={isMonthSaid(date, page) ? formats.shortMonth(date) : null}
                  count={props.counts.get(date) ?? 0}
                  selected={date === selected}
                  stop={date === focus.stop}
                  today={today}
                  loading={loading}
                  onFocus={() => focus.onFocus(date)}
                  onSelect={() => props.onSelect(date)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p id={`${heading}-hint`} className="sr-only">
        {words.time.gridHint}
      </p>
    </div>
  );
}

/** Which day the keys have come to. */
function useGridFocus(
  { page, selected, today, onShow }: MonthGridProps,
  grid: RefObject<HTMLTableElement | null>,
) {
  const { formats } = useReader();
  const [focused, setFocused] = useState<CivilDate | null>(null);
  const moved = useRef(false);
  const stop = stopOf(page, [focused, selected, today]);
  // Follows the focused day, also into weeks that have just been drawn.
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-date="${stop}"]`)?.focus();
  }, [stop, page, grid]);
  return {
    stop,
    onFocus: setFocused,
    onKeyDown(event: KeyboardEvent): void {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const next = dateAfterKey(stop, event, formats.firstWeekday);
      if (!next) return;
      event.preventDefault();
      const date = next < today ? today : next;
      moved.current = true;
      setFocused(date);
      if (!isOn(page, date)) onShow(date);
    },
  };
}

interface MonthLineProps extends Pick<MonthGridProps, 'page' | 'title' | 'today' | 'onShow'> {
  /** Id of the title. */
  readonly heading: string;
}

function MonthLine({ page, title, today, onShow, heading }: MonthLineProps) {
  const { words } = useReader();
  return (
    <div className="flex items-center justify-between">
      <button
        type="button"
        className={ARROW}
        aria-label={words.time.previous}
        disabled={page.month <= monthOf(today)}
        onClick={() => onShow(beforePage(page))}
      >
        <ChevronLeft aria-hidden className="size-5" />
      </button>
      <h3 id={heading} className="text-center text-base font-semibold first-letter:uppercase">
        {title}
      </h3>
      <button
        type="button"
        className={ARROW}
        aria-label={words.time.following}
        onClick={() => onShow(afterPage(page))}
      >
        <ChevronRight aria-hidden className="size-5" />
      </button>
    </div>
  );
}

function WeekdayLine() {
  const { formats } = useReader();
  return (
    <thead>
      <tr>
        {formats.weekdays.map(({ short, long }) => (
          <th key={long} scope="col" abbr={long} className="h-9 text-xs font-medium text-soft">
            {short}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Where a month begins, or goes on from the page before. */
function isMonthSaid(date: CivilDate, { month, from }: GridPage): boolean {
  return date === firstOf(monthOf(date)) || (date === from && monthOf(date) !== month);
}

/** The day that Tab comes to: the first of these that is in sight. */
function stopOf(page: GridPage, dates: readonly (CivilDate | null)[]): CivilDate {
  return dates.find((date) => date && isOn(page, date)) ?? firstOf(page.month);
}
