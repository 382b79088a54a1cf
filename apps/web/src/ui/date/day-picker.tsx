import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import {
  addMonths,
  type CivilDate,
  firstOf,
  lastOf,
  type Month,
  monthOf,
} from '../../time/civil/civil-date.ts';
import { dateAfterKey } from '../../time/civil/date-key.ts';
import { weekOf, weeksBetween } from '../../time/civil/week.ts';
import { classNames } from '../class-names.ts';
import { IconButton } from '../controls/icon-button.tsx';

interface DayPickerProps {
  readonly value: CivilDate;
  readonly onPick: (date: CivilDate) => void;
}

/** A month of days, as the date grid of the ARIA Authoring Practices: one stop for Tab, arrows inside. */
export function DayPicker({ value, onPick }: DayPickerProps) {
  const { words, formats } = useReader();
  const [at, setAt] = useState(value);
  const grid = useRef<HTMLTableElement>(null);
  useEffect(() => {
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [at]);
  const month = monthOf(at);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = dateAfterKey(at, event, formats.firstWeekday);
    if (!next) return;
    event.preventDefault();
    setAt(next);
  };
  return (
    <div className="w-72 max-w-full">
      <div className="flex items-center justify-between">
        <IconButton
          small
          icon={ChevronLeft}
          label={words.edit.previousMonth}
          onClick={() => setAt(addMonths(at, -1))}
        />
        <p aria-live="polite" className="font-medium first-letter:uppercase">
          {formats.months(month, month)}
        </p>
        <IconButton
          small
          icon={ChevronRight}
          label={words.edit.nextMonth}
          onClick={() => setAt(addMonths(at, 1))}
        />
      </div>
      <table
        ref={grid}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- as the date grid of the ARIA Authoring Practices
        role="grid"
        aria-label={words.edit.pickDate}
        onKeyDown={onKeyDown}
        className="mt-2 w-full table-fixed border-collapse text-center"
      >
        <thead>
          <tr>
            {formats.weekdays.map(({ short, long }) => (
              <th key={long} scope="col" abbr={long} className="pb-1 text-xs font-medium text-soft">
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month, formats.firstWeekday).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} aria-selected={day === value} className="p-0">
                  <button
                    type="button"
                    tabIndex={day === at ? 0 : -1}
                    aria-label={formats.longDate(day)}
                    onClick={() => onPick(day)}
                    className={classNames(
                      'size-9 rounded-full tabular-nums transition-colors',
                      day === value ? 'bg-accent text-accent-ink' : 'hover:bg-sunken',
                      monthOf(day) !== month && 'text-soft',
                    )}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The weeks that a month touches. */
function weeksOf(month: Month, firstWeekday: number): readonly (readonly CivilDate[])[] {
  return weeksBetween(weekOf(firstOf(month), firstWeekday), lastOf(month));
}
