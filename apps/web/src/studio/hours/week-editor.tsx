import { Copy } from 'lucide-react';
import { Temporal } from 'temporal-polyfill';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { durationText } from '../../time/duration.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/overlay/menu.tsx';
import { DayRanges } from './day-ranges.tsx';
import { meetsEvening, WEEKDAYS, type Weekday, type WeekText, weekMinutes } from './hours-model.ts';

interface WeekEditorProps {
  readonly week: WeekText;
  readonly onChange: (week: WeekText) => void;
  readonly disabled: boolean;
}

/** The hours of an ordinary week. */
export function WeekEditor({ week, onChange, disabled }: WeekEditorProps) {
  const { words } = useReader();
  const { locale } = useFormats();
  const name = useWeekdayNames();
  const copy = (from: Weekday, to: readonly Weekday[]) => {
    const copies = Object.fromEntries(to.map((key) => [key, week[from]]));
    onChange({ ...week, ...copies });
  };
  return (
    <div>
      <ul className="divide-y divide-line">
        {WEEKDAYS.map((key) => (
          <li
            key={key}
            className="grid grid-cols-[1fr_auto] items-start gap-x-3 gap-y-1 py-3 sm:grid-cols-[8rem_1fr_auto]"
          >
            <h3 className="flex h-10 items-center font-medium first-letter:uppercase">
              <span className="inline-block first-letter:uppercase">{name(key)}</span>
            </h3>
            <div className="order-3 col-span-2 sm:order-none sm:col-span-1">
              <DayRanges
                day={name(key)}
                ranges={week[key]}
                disabled={disabled}
                onChange={(ranges) => onChange({ ...week, [key]: ranges })}
              />
              {meetsEvening(week, key) && (
                <p className="mt-1 text-[13px] text-soft">{words.hours.meetsEvening}</p>
              )}
            </div>
            {!disabled && <CopyMenu day={key} name={name} onCopy={(to) => copy(key, to)} />}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-[13px] text-soft">
        {words.hours.total({ length: hoursText(weekMinutes(week), locale) })}
      </p>
    </div>
  );
}

/** Hours of a week are counted in hours, however many there are. */
function hoursText(minutes: number, locale: string): string {
  const hours = new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'long' });
  return minutes % 60 === 0 || minutes > 1_440
    ? hours.format(Math.round(minutes / 6) / 10)
    : durationText(minutes, locale);
}

interface CopyMenuProps {
  readonly day: Weekday;
  readonly name: (day: Weekday) => string;
  readonly onCopy: (to: readonly Weekday[]) => void;
}

const WORKDAYS: readonly Weekday[] = ['mo', 'tu', 'we', 'th', 'fr'];

function CopyMenu({ day, name, onCopy }: CopyMenuProps) {
  const { words } = useReader();
  return (
    <Menu trigger={<IconButton icon={Copy} label={words.hours.copyFrom({ day: name(day) })} />}>
      <MenuItem onSelect={() => onCopy(WORKDAYS)}>{words.hours.copyWorkdays}</MenuItem>
      <MenuItem onSelect={() => onCopy(WEEKDAYS)}>{words.hours.copyAll}</MenuItem>
      {WEEKDAYS.filter((other) => other !== day).map((other) => (
        <MenuItem key={other} onSelect={() => onCopy([other])}>
          {words.hours.copyTo({ day: name(other) })}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** A Monday; any would do. */
const MONDAY = Temporal.PlainDate.from('2026-11-23');

function useWeekdayNames(): (day: Weekday) => string {
  const { locale } = useFormats();
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return (day) =>
    format.format(MONDAY.add({ days: WEEKDAYS.indexOf(day) }).toZonedDateTime('UTC').epochMilliseconds);
}
