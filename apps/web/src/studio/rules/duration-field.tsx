import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { boundedDuration, durationText } from '../../time/duration.ts';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';

interface DurationFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** Minutes that a bare number counts. */
  readonly unit?: number;
  /** Least and most minutes. */
  readonly bounds: readonly [least: number, most: number];
  /** May be left empty. */
  readonly optional?: boolean;
  readonly disabled?: boolean;
}

/** A length as people say it; on leaving, what was understood stands there. */
export function DurationField(props: DurationFieldProps) {
  const { label, hint, value, onChange, unit = 1, bounds, optional = false, disabled = false } = props;
  const { words } = useReader();
  const { locale } = useFormats();
  const minutes = boundedDuration(value, unit, bounds);
  const wrong = minutes === null && !(optional && value.trim() === '');
  const unreadable = () => {
    const [least, most] = bounds;
    return words.duration.unreadable({
      least: durationText(least, locale),
      most: durationText(most, locale),
    });
  };
  return (
    <Field label={label} hint={hint} error={wrong ? unreadable() : undefined}>
      {(control) => (
        <Input
          {...control}
          value={value}
          disabled={disabled}
          autoComplete="off"
          className="max-w-60"
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => minutes !== null && onChange(durationText(minutes, locale))}
        />
      )}
    </Field>
  );
}
