import { classNames } from '../../ui/class-names.ts';

interface ChoicesProps<Value extends string> {
  readonly name: string;
  readonly legend: string;
  readonly note?: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, as radio buttons that look like what they say. */
export function Choices<Value extends string>({
  name,
  legend,
  note,
  value,
  options,
  onChange,
}: ChoicesProps<Value>) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">
        {legend}
        {note && <span className="ml-1.5 text-[13px] font-normal text-soft">({note})</span>}
      </legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              'flex min-h-11 cursor-pointer items-center rounded-full border px-4 py-2 transition-colors',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              option.value === value
                ? 'border-accent bg-accent font-medium text-accent-ink'
                : 'border-line-strong bg-surface hover:bg-sunken',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
