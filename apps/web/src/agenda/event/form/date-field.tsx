import { CalendarDays } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useId, useState } from 'react';
import { useReader } from '../../../language/studio-reader.ts';
import { DayPicker } from '../../../ui/controls/day-picker.tsx';
import { TypedField } from '../../../ui/controls/typed-field.tsx';
import { parseDate } from '../draft/typed-date.ts';

interface DateFieldProps {
  readonly label: string;
  /** ISO date. */
  readonly value: string;
  readonly onChange: (date: string) => void;
}

/** A day, typed in the person's language or picked. */
export function DateField({ label, value, onChange }: DateFieldProps) {
  const { words, formats } = useReader();
  const [picking, setPicking] = useState(false);
  const error = useId();
  return (
    <div className="relative min-w-0 flex-1">
      <TypedField
        label={label}
        text={`${formats.shortDate(value)} ${value.slice(0, 4)}`}
        parse={(typed) => parseDate(typed, value, formats.locale)}
        onCommit={onChange}
        error={words.edit.dateUnread}
        errorId={error}
      />
      <Popover.Root open={picking} onOpenChange={setPicking}>
        <Popover.Trigger
          aria-label={words.edit.pickDate}
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
              value={value}
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
