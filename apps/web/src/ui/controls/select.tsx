import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { classNames } from '../class-names.ts';

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

interface SelectProps<Value extends string> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly Option<Value>[];
  readonly id?: string;
  readonly label?: string;
  readonly disabled?: boolean;
  readonly small?: boolean;
  /** While nothing is chosen. */
  readonly placeholder?: string;
}

export function Select<Value extends string>({
  value,
  onChange,
  options,
  id,
  label,
  disabled,
  small,
  placeholder,
}: SelectProps<Value>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Radix.Root
      value={value}
      disabled={disabled ?? false}
      onValueChange={(next) => {
        const option = options.find((known) => known.value === next);
        if (option) onChange(option.value);
      }}
    >
      <Radix.Trigger
        id={id}
        aria-label={label}
        className={classNames(
          'inline-flex w-full items-center justify-between gap-2 rounded-lg border border-line-strong bg-surface px-3 text-left disabled:opacity-60',
          small ? 'h-8 text-[13px]' : 'h-10',
        )}
      >
        <span className="truncate">
          <Radix.Value placeholder={placeholder && <span className="text-soft">{placeholder}</span>}>
            {chosen?.label}
          </Radix.Value>
        </span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-soft" />
      </Radix.Trigger>
      <SelectOptions options={options} />
    </Radix.Root>
  );
}

function SelectOptions({ options }: { readonly options: readonly Option<string>[] }) {
  return (
    <Radix.Portal>
      <Radix.Content
        position="popper"
        sideOffset={4}
        collisionPadding={8}
        className="z-60 max-h-80 min-w-(--radix-select-trigger-width) animate-rise overflow-hidden rounded-xl border border-line bg-raised p-1 shadow-float"
      >
        <Radix.Viewport>
          {options.map((option) => (
            <Radix.Item
              key={option.value}
              value={option.value}
              className="flex cursor-default items-start gap-2 rounded-lg py-2 pr-3 pl-2 outline-none data-highlighted:bg-sunken"
            >
              <span className="mt-0.5 size-4 shrink-0">
                <Radix.ItemIndicator>
                  <Check aria-hidden className="size-4 text-accent" />
                </Radix.ItemIndicator>
              </span>
              <span>
                <Radix.ItemText>{option.label}</Radix.ItemText>
                {option.hint && <span className="block max-w-64 text-xs text-soft">{option.hint}</span>}
              </span>
            </Radix.Item>
          ))}
        </Radix.Viewport>
      </Radix.Content>
    </Radix.Portal>
  );
}
