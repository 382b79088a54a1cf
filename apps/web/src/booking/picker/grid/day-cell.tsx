import type { CivilDate } from '../../../time/civil/civil-date.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useReader } from '../../language/reader.ts';

interface DayCellProps {
  readonly date: CivilDate;
  /** Short, where it has to be said which it is. */
  readonly month: string | null;
  /** Of free times. */
  readonly count: number;
  readonly selected: boolean;
  /** Where Tab stops. */
  readonly stop: boolean;
  readonly today: CivilDate;
  readonly loading: boolean;
  readonly onFocus: () => void;
  readonly onSelect: () => void;
}

/** One day: open days by weight, ground and a dot, never by colour alone; the name says it all in words. */
export function DayCell({
  date,
  month,
  count,
  selected,
  stop,
  today,
  loading,
  onFocus,
  onSelect,
}: DayCellProps) {
  const { words, formats } = useReader();
  const open = count > 0;
  const state = open ? words.time.free({ count }) : date < today ? words.time.past : words.time.none;
  const name = [formats.longDate(date), date === today && words.time.today, !loading && state];
  return (
    <td aria-selected={selected} className="p-0.5 text-center">
      <button
        type="button"
        data-date={date}
        data-open={open || undefined}
        data-month={month ?? undefined}
        tabIndex={stop ? 0 : -1}
        aria-disabled={!open || undefined}
        aria-label={name.filter(Boolean).join(', ')}
        aria-current={date === today ? 'date' : undefined}
        onFocus={onFocus}
        onClick={() => open && onSelect()}
        className={classNames(
          'relative mx-auto flex aspect-square w-full max-w-12 items-center justify-center rounded-full text-[15px] tabular-nums transition-colors',
          selected
            ? 'bg-accent font-semibold text-accent-ink'
            : open
              ? 'bg-accent-soft font-semibold text-accent hover:bg-accent hover:text-accent-ink'
              : 'cursor-default text-soft',
          date === today && !selected && 'ring-1 ring-line-strong ring-inset',
          // Drawn, and not text: the name says the month in full.
          month &&
            'before:absolute before:top-[5%] before:text-[9px] before:leading-none before:font-medium before:content-[attr(data-month)]',
          loading && date >= today && 'animate-pulse',
        )}
      >
        {Number(date.slice(8))}
        {open && (
          <span aria-hidden className="absolute bottom-[14%] size-1 rounded-full bg-current opacity-80" />
        )}
      </button>
    </td>
  );
}
