import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRef, useState } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { type CivilDate, firstOf, monthAfter, monthOf } from '../../time/civil/civil-date.ts';
import { dateAfterKey } from '../../time/civil/date-key.ts';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { PICK_DAY } from '../gesture/measure.ts';
import { weeksOf } from './month-days.ts';

interface MiniMonthProps {
  /** What the agenda shows; the month follows it. */
  readonly date: CivilDate;
  readonly today: CivilDate;
  /** Both inclusive: which days the agenda shows. */
  readonly shown: readonly [CivilDate, CivilDate];
  readonly onPick: (date: CivilDate) => void;
}

/** A month to look around in: a day leads there, and takes an event that is dropped on it. */
export function MiniMonth({ date, today, shown, onPick }: MiniMonthProps) {
  const { words } = useReader();
  const { firstWeekday, weekdays, months, longDate } = useFormats();
  const [month, setMonth] = useState(monthOf(date));
  const grid = useRef<HTMLTableElement>(null);
  const [followed, setFollowed] = useState(date);
  if (followed !== date) {
    setFollowed(date);
    setMonth(monthOf(date));
  }
  const stop = monthOf(date) === month ? date : firstOf(month);
  const press = (event: React.KeyboardEvent) => {
    const from = document.activeElement?.getAttribute(PICK_DAY);
    const to = from ? dateAfterKey(from, event, firstWeekday) : null;
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    setMonth(monthOf(to));
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[${PICK_DAY}="${to}"]`)?.focus());
  };
  return (
    <section aria-label={words.agenda.miniMonth} className="px-3 pt-3">
      <div className="flex items-center justify-between pl-2">
        <h2 aria-live="polite" className="text-[13px] font-semibold first-letter:uppercase">
          {months(month, month)}
        </h2>
        <span className="flex">
          <IconButton
            small
            icon={ChevronLeft}
            label={words.agenda.previousMonth}
            onClick={() => setMonth(monthAfter(month, -1))}
          />
          <IconButton
            small
            icon={ChevronRight}
            label={words.agenda.nextMonth}
            onClick={() => setMonth(monthAfter(month, 1))}
          />
        </span>
      </div>
      <table ref={grid} className="mt-1 w-full table-fixed text-center text-xs">
        <thead>
          <tr>
            {weekdays.map(({ short, long }) => (
              <th key={long} scope="col" abbr={long} className="py-1 font-normal text-soft">
                {short.slice(0, 1).toUpperCase()}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month, firstWeekday).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  className={classNames('p-0', shown[0] <= day && day <= shown[1] && 'bg-accent-soft')}
                >
                  <button
                    type="button"
                    {...{ [PICK_DAY]: day }}
                    tabIndex={day === stop ? 0 : -1}
                    aria-current={day === today ? 'date' : undefined}
                    onClick={() => onPick(day)}
                    onKeyDown={press}
                    className={classNames(
                      'mx-auto flex size-7 items-center justify-center rounded-full tabular-nums hover:bg-sunken pointer-coarse:size-9',
                      day === today && 'bg-accent font-semibold text-accent-ink hover:bg-accent-hover',
                      day !== today && monthOf(day) !== month && 'text-soft',
                    )}
                  >
                    <span aria-hidden>{Number(day.slice(8))}</span>
                    <span className="sr-only">{longDate(day)}</span>
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
