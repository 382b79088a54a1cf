import { keepPreviousData } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Temporal } from 'temporal-polyfill';
import { trpc } from '../../api/trpc.ts';
import { colourOf } from '../../calendars/colour.ts';
import { useCalendars } from '../../calendars/use-calendars.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { instantAt } from '../../time/zone.ts';
import { classNames } from '../../ui/class-names.ts';
import type { Hidden } from '../calendars/use-hidden-calendars.ts';
import { seenOn } from '../cursor/seen-on.ts';

const DOTS = 3;

interface WeekStripProps {
  readonly date: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  readonly zone: string;
  readonly hidden: Hidden;
  readonly onPick: (date: string) => void;
}

/** The week at a glance, for a phone: each day a thumb wide, with a dot for each of its first calendars. */
export function WeekStrip({ date, today, zone, hidden, onPick }: WeekStripProps) {
  const { words } = useReader();
  const { firstWeekday, weekdays, longDate } = useFormats();
  const first = date.subtract({ days: (date.dayOfWeek - firstWeekday + 7) % 7 });
  const coloursOn = useColours(first, zone, hidden);
  return (
    <ol
      aria-label={words.agenda.weekStrip}
      className="agenda-chrome grid grid-cols-7 border-b border-line px-1 py-1 sm:hidden"
    >
      {weekdays.map(({ short, long }, index) => {
        const day = first.add({ days: index });
        const current = day.equals(date);
        return (
          <li key={long}>
            <button
              type="button"
              aria-current={current ? 'date' : undefined}
              onClick={() => onPick(day.toString())}
              className="flex min-h-13 w-full flex-col items-center gap-0.5 rounded-lg py-1"
            >
              <span aria-hidden className="text-[11px] text-soft">
                {short.slice(0, 1).toUpperCase()}
              </span>
              <span className="sr-only">{longDate(day)}</span>
              <span
                aria-hidden
                className={classNames(
                  'flex size-7 items-center justify-center rounded-full text-sm tabular-nums',
                  current && 'bg-accent font-semibold text-accent-ink',
                  !current && day.equals(today) && 'font-bold text-accent',
                )}
              >
                {day.day}
              </span>
              <span aria-hidden className="flex h-1.5 gap-0.5">
                {coloursOn(day).map((colour) => (
                  <span key={colour} className="size-1.5 rounded-full" style={{ backgroundColor: colour }} />
                ))}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** The colours of what is on a day, each once. */
function useColours(first: Temporal.PlainDate, zone: string, hidden: Hidden) {
  const { byId } = useCalendars();
  const day = first.toString();
  const asked = useMemo(() => {
    const monday = Temporal.PlainDate.from(day);
    return { from: instantAt(monday, 0, zone), to: instantAt(monday.add({ days: 7 }), 0, zone) };
  }, [day, zone]);
  const { data } = trpc.agenda.events.useQuery(asked, { placeholderData: keepPreviousData });
  return useMemo(() => {
    const shown = data?.filter(({ calendarId }) => !hidden.has(calendarId)) ?? [];
    const calendarOf = new Map(shown.map(({ id, calendarId }) => [id, byId.get(calendarId)]));
    const on = seenOn(shown, zone);
    return (date: Temporal.PlainDate): readonly string[] => {
      const colours = on(date).flatMap(({ id }) => {
        const calendar = calendarOf.get(id);
        return calendar ? [colourOf(calendar)] : [];
      });
      return [...new Set(colours)].slice(0, DOTS);
    };
  }, [data, hidden, byId, zone]);
}
