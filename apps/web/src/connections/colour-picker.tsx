import { Check } from 'lucide-react';
import { Popover as Radix } from 'radix-ui';
import type { Calendar } from '../api/answers.ts';
import { colourOf, inkOn, PALETTE } from '../calendars/colour.ts';
import { useReader } from '../language/studio-reader.ts';

interface ColourPickerProps {
  readonly calendar: Calendar;
  /** `#rrggbb` */
  readonly onPick: (colour: string) => void;
}

export function ColourPicker({ calendar, onPick }: ColourPickerProps) {
  const { words } = useReader();
  const colour = colourOf(calendar);
  const label = words.common.moreColours({ name: calendar.name });
  return (
    <Radix.Root>
      <Radix.Trigger
        aria-label={label}
        title={label}
        className="flex size-7 items-center justify-center rounded-full hover:bg-sunken"
      >
        <span aria-hidden className="size-4 rounded-full" style={{ backgroundColor: colour }} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 grid animate-rise grid-cols-6 gap-1.5 rounded-xl border border-line bg-raised p-3 shadow-float"
        >
          {PALETTE.map((choice) => (
            <Radix.Close key={choice} asChild>
              <button
                type="button"
                aria-label={choice}
                aria-pressed={choice === colour}
                style={{ backgroundColor: choice, color: inkOn(choice) }}
                onClick={() => onPick(choice)}
                className="flex size-8 items-center justify-center rounded-full"
              >
                {choice === colour && <Check aria-hidden className="size-4" />}
              </button>
            </Radix.Close>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
