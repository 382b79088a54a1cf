import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useReader } from '../../language/studio-reader.ts';
import { classNames } from '../class-names.ts';
import { IconButton } from './icon-button.tsx';

interface DayPickerProps {
  /** ISO date. */
  readonly value: string;
  readonly onPick: (date: string) => void;
}

/** A month of days, as the date grid of the ARIA Authoring Practices: one stop for Tab, arrows inside. */
export function DayPicker({ value, onPick }: DayPickerProps) {
  const { words, formats } = useReader();
  const [at, setAt] = useState(() => Temporal.PlainDate.from(value));
  const grid = useRef<HTMLTableElement>(null);
  useEffect(() => {
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [at]);
  const month = at.toPlainYearMonth().toString();
  const onKeyDown = (event: KeyboardEvent) => {
    const next = afterKey(event.key, at);
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
          onClick={() => setAt(at.subtract({ months: 1 }))}
        />
        <p aria-live="polite" className="font-medium first-letter:uppercase">
          {formats.months(month, month)}
        </p>
        <IconButton
          small
          icon={ChevronRight}
          label={words.edit.nextMonth}
          onClick={() => setAt(at.add({ months: 1 }))}
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
          {weeksOf(at, formats.firstWeekday).map((week) => (
            <tr key={week[0]?.toString()}>
              {week.map((day) => (
                <td key={day.toString()} aria-selected={day.toString() === value} className="p-0">
                  <button
                    type="button"
                    tabIndex={day.equals(at) ? 0 : -1}
                    aria-label={formats.longDate(day)}
                    onClick={() => onPick(day.toString())}
                    className={classNames(
                      'size-9 rounded-full tabular-nums transition-colors',
                      day.toString() === value ? 'bg-accent text-accent-ink' : 'hover:bg-sunken',
                      day.toPlainYearMonth().toString() !== month && 'text-soft',
                    )}
                  >
                    {day.day}
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

function afterKey(key: string, at: Temporal.PlainDate): Temporal.PlainDate | null {
  const steps: Readonly<Record<string, Temporal.DurationLike>> = {
    ArrowLeft: { days: -1 },
    ArrowRight: { days: 1 },
    ArrowUp: { days: -7 },
    ArrowDown: { days: 7 },
    PageUp: { months: -1 },
    PageDown: { months: 1 },
  };
  const step = steps[key];
  return step ? at.add(step) : null;
}

/** Whole weeks, from the first weekday on. @param firstWeekday 0 is Sunday */
function weeksOf(at: Temporal.PlainDate, firstWeekday: number): readonly (readonly Temporal.PlainDate[])[] {
  const first = at.with({ day: 1 });
  const start = first.subtract({ days: (first.dayOfWeek - firstWeekday + 7) % 7 });
  const weeks = Math.ceil((start.until(first).days + at.daysInMonth) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_unused, day) => start.add({ days: week * 7 + day })),
  );
}
