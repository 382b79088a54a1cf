import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Temporal } from 'temporal-polyfill';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { DateField } from '../../ui/date/date-field.tsx';

interface WeekStripProps {
  /** ISO dates of the weeks shown. */
  readonly dates: readonly string[];
  readonly chosen: string;
  readonly onChoose: (date: string) => void;
  /** How many starts are free on a date; null where that is not known. */
  readonly free: (date: string) => number | null;
}

/** Days to choose from, by weeks, with how much is free on each; further ones by arrows or by the date itself. */
export function WeekStrip({ dates, chosen, onChoose, free }: WeekStripProps) {
  const { words } = useReader();
  const step = (days: number) => onChoose(Temporal.PlainDate.from(chosen).add({ days }).toString());
  return (
    <div>
      <div className="mb-2 flex items-center gap-1">
        <DateField label={words.picker.date} value={chosen} onChange={onChoose} />
        <IconButton icon={ChevronLeft} label={words.picker.weekBefore} onClick={() => step(-7)} />
        <IconButton icon={ChevronRight} label={words.picker.weekAfter} onClick={() => step(7)} />
      </div>
      <div role="group" aria-label={words.picker.days} className="grid grid-cols-7 gap-1">
        {dates.map((date) => (
          <DayButton
            key={date}
            date={date}
            chosen={date === chosen}
            free={free(date)}
            onChoose={() => onChoose(date)}
          />
        ))}
      </div>
    </div>
  );
}

interface DayButtonProps {
  readonly date: string;
  readonly chosen: boolean;
  readonly free: number | null;
  readonly onChoose: () => void;
}

function DayButton({ date, chosen, free, onChoose }: DayButtonProps) {
  const { words } = useReader();
  const { locale } = useFormats();
  const plain = Temporal.PlainDate.from(date);
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
      plain.toZonedDateTime('UTC').epochMilliseconds,
    );
  const month = written({ month: 'long' });
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={classNames(
        'flex flex-col items-center rounded-lg border py-1.5 transition-colors',
        chosen
          ? 'border-accent bg-accent text-accent-ink'
          : 'border-line bg-surface hover:border-accent hover:bg-accent-soft',
        free === 0 && !chosen && 'text-soft',
      )}
    >
      <span className="text-[11px]">{written({ weekday: 'short' }).replace('.', '')} </span>
      <span className="text-base leading-tight font-semibold tabular-nums">{plain.day}</span>
      <span className="sr-only"> {free === null ? month : words.picker.dayFree({ month, count: free })}</span>
      <span
        aria-hidden
        className={classNames(
          'mt-1 h-1 rounded-full bg-current transition-[width]',
          free === null || free === 0 ? 'w-0' : free < 4 ? 'w-2' : 'w-5',
        )}
      />
    </button>
  );
}
