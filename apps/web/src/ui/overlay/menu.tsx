import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

const ITEM =
  'flex cursor-default items-center gap-2.5 rounded-lg px-2.5 py-2 outline-none data-highlighted:bg-sunken';

interface MenuProps {
  readonly trigger: ReactNode;
  readonly side?: 'top' | 'bottom' | 'right';
  readonly children: ReactNode;
}

export function Menu({ trigger, side = 'bottom', children }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="z-50 min-w-56 animate-rise rounded-xl border border-line bg-raised p-1.5 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function MenuItem({
  icon,
  onSelect,
  children,
}: {
  readonly icon?: ReactNode;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Radix.Item className={ITEM} onSelect={onSelect}>
      {icon}
      {children}
    </Radix.Item>
  );
}

interface MenuChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

export function MenuChoice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: MenuChoiceProps<Value>) {
  return (
    <Radix.RadioGroup value={value} aria-label={label}>
      <Radix.Label className="px-2.5 pt-2 pb-1 text-xs font-medium text-soft">{label}</Radix.Label>
      {options.map((option) => (
        <Radix.RadioItem
          key={option.value}
          value={option.value}
          className={ITEM}
          onSelect={(event) => {
            event.preventDefault();
            onChange(option.value);
          }}
        >
          <span className="size-4 shrink-0">
            <Radix.ItemIndicator>
              <Check aria-hidden className="size-4 text-accent" />
            </Radix.ItemIndicator>
          </span>
          {option.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

interface MenuSwatchesProps {
  readonly label: string;
  readonly value: string;
  readonly colours: readonly { readonly value: string; readonly label: string; readonly ink: string }[];
  readonly onChange: (value: string) => void;
}

/** One of some colours. */
export function MenuSwatches({ label, value, colours, onChange }: MenuSwatchesProps) {
  return (
    <Radix.RadioGroup value={value} aria-label={label} className="grid w-56 grid-cols-6 gap-1 px-1.5 pb-1.5">
      <Radix.Label className="col-span-6 px-1 pt-2 pb-1 text-xs font-medium text-soft">{label}</Radix.Label>
      {colours.map((colour) => (
        <Radix.RadioItem
          key={colour.value}
          value={colour.value}
          aria-label={colour.label}
          className="flex size-8 items-center justify-center rounded-lg outline-none data-highlighted:bg-sunken"
          onSelect={() => onChange(colour.value)}
        >
          <span
            aria-hidden
            style={{ backgroundColor: colour.value, color: colour.ink }}
            className="flex size-6 items-center justify-center rounded-full"
          >
            <Radix.ItemIndicator>
              <Check className="size-3.5" />
            </Radix.ItemIndicator>
          </span>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function MenuLine() {
  return <Radix.Separator className="my-1.5 h-px bg-line" />;
}
