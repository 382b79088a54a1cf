import { Check } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import { inkOn } from '../../calendars/colour.ts';

interface CheckboxProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly id?: string;
  readonly label?: string;
  /** A calendar's own colour, `#rrggbb`. */
  readonly colour?: string;
}

export function Checkbox({ checked, onChange, id, label, colour }: CheckboxProps) {
  const filled =
    colour && checked ? { backgroundColor: colour, borderColor: colour, color: inkOn(colour) } : undefined;
  return (
    <Radix.Root
      id={id}
      aria-label={label}
      checked={checked}
      onCheckedChange={(next) => onChange(next === true)}
      style={filled ?? (colour ? { borderColor: colour } : undefined)}
      className="relative inline-flex size-4.5 shrink-0 items-center justify-center rounded-[5px] border-2 border-line-strong before:absolute before:-inset-1.5 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:text-accent-ink"
    >
      <Radix.Indicator>
        <Check aria-hidden strokeWidth={3.5} className="size-3" />
      </Radix.Indicator>
    </Radix.Root>
  );
}
