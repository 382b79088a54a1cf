import { CalendarPlus, Trash2 } from 'lucide-react';
import { Temporal } from 'temporal-polyfill';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { Button } from '../../ui/controls/button.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { DateField } from '../../ui/date/date-field.tsx';
import { DayRanges } from './day-ranges.tsx';
import type { OverrideDraft } from './hours-draft.ts';

interface OverrideListProps {
  readonly overrides: readonly OverrideDraft[];
  readonly onChange: (overrides: readonly OverrideDraft[]) => void;
  readonly disabled: boolean;
}

/** Single dates with hours of their own, or none. */
export function OverrideList({ overrides, onChange, disabled }: OverrideListProps) {
  const { words } = useReader();
  const { day } = useFormats();
  const dayOf = (date: string) => (date === '' ? words.hours.thatDate : day(Temporal.PlainDate.from(date)));
  return (
    <div>
      <ul className="divide-y divide-line">
        {overrides.map((override, index) => (
          <li
            // Dates change while they are typed; the place in the list does not.
            key={`override ${index}`}
            className="flex flex-wrap items-start gap-3 py-3"
          >
            <DateField
              label={words.hours.dateOf({ number: index + 1 })}
              invalid={override.date === ''}
              value={override.date}
              disabled={disabled}
              className="w-48"
              onChange={(date) => onChange(overrides.with(index, { ...override, date }))}
            />
            <div className="min-w-56 flex-1">
              <DayRanges
                day={dayOf(override.date)}
                ranges={override.ranges}
                disabled={disabled}
                onChange={(ranges) => onChange(overrides.with(index, { ...override, ranges }))}
              />
            </div>
            {!disabled && (
              <IconButton
                icon={Trash2}
                label={words.hours.removeDate({ day: dayOf(override.date) })}
                onClick={() => onChange(overrides.toSpliced(index, 1))}
              />
            )}
          </li>
        ))}
      </ul>
      {overrides.length === 0 && <p className="py-2 text-soft">{words.hours.noOverrides}</p>}
      {!disabled && (
        <Button size="small" onClick={() => onChange([...overrides, { date: '', ranges: [] }])}>
          <CalendarPlus aria-hidden className="size-4" />
          {words.hours.addDate}
        </Button>
      )}
    </div>
  );
}
