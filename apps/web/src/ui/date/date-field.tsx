import { CalendarDays } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useId, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useReader } from '../../language/studio-reader.ts';
import { parseDate } from '../../time/civil/typed-date.ts';
import { classNames } from '../class-names.ts';
import { TypedField } from '../controls/typed-field.tsx';
import { DayPicker } from './day-picker.tsx';

interface DateFieldProps {
  readonly label: string;
  /** ISO date; empty where none is chosen yet. */
  readonly value: string;
  readonly onChange: (date: string) => void;
  readonly disabled?: boolean;
  readonly invalid?: boolean;
  /** How wide it is; left out, as wide as there is room beside others. */
  readonly className?: string;
}

/** A day, typed in the person's language or picked. */
export function DateField({
  label,
  value,
  onChange,
  disabled = false,
  invalid = false,
  className = 'flex-1',
}: DateFieldProps) {
  const { words, formats } = useReader();
  const [picking, setPicking] = useState(false);
  const error = useId();
  const near = value || Temporal.Now.plainDateISO().toString();
  return (
    <div className={classNames('relative min-w-0', className)}>
      <TypedField
        label={label}
        text={value && `${formats.shortDate(value)} ${value.slice(0, 4)}`}
        parse={(typed) => parseDate(typed, near, formats.locale)}
        onCommit={onChange}
        error={words.edit.dateUnread}
        errorId={error}
        placeholder={label}
        disabled={disabled}
        invalid={invalid}
        className="pr-11"
      />
      <Popover.Root open={picking} onOpenChange={setPicking}>
        <Popover.Trigger
          aria-label={words.edit.pickDate}
          disabled={disabled}
          className="absolute top-0.5 right-0.5 flex size-9 items-center justify-center rounded-lg text-soft hover:text-ink"
        >
          <CalendarDays aria-hidden className="size-4" />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            aria-label={words.edit.pickDate}
            align="end"
            sideOffset={6}
            collisionPadding={8}
            className="z-50 animate-rise rounded-xl border border-line bg-raised p-3 shadow-float"
          >
            <DayPicker
              value={near}
              onPick={(date) => {
                setPicking(false);
                onChange(date);
              }}
            />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}
