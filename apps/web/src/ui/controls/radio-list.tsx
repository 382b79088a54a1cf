import { RadioGroup } from 'radix-ui';

interface RadioListProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly hint?: string | null;
  }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, each on a row of its own with what it means. */
export function RadioList<Value extends string>({ label, value, options, onChange }: RadioListProps<Value>) {
  return (
    <RadioGroup.Root
      value={value}
      aria-label={label}
      className="space-y-1"
      onValueChange={(next) => {
        const option = options.find((known) => known.value === next);
        if (option) onChange(option.value);
      }}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-3 py-1.5 hover:bg-sunken"
        >
          <RadioGroup.Item
            value={option.value}
            className="size-4.5 shrink-0 rounded-full border-2 border-line-strong data-[state=checked]:border-accent"
          >
            <RadioGroup.Indicator className="flex size-full items-center justify-center after:size-2 after:rounded-full after:bg-accent" />
          </RadioGroup.Item>
          <span className="min-w-0">
            <span className="block font-medium">{option.label}</span>
            {option.hint && <span className="block text-[13px] text-soft">{option.hint}</span>}
          </span>
        </label>
      ))}
    </RadioGroup.Root>
  );
}
