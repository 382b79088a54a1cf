import type { ComponentProps } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { controlClass } from './field-classes.ts';
import { Labelled } from './labelled.tsx';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextField({ id, label, hint, error, required, value, onChange, ...rest }: TextFieldProps) {
  return (
    <Labelled id={id} label={label} hint={hint} error={error} required={required ?? false}>
      {(control) => (
        <input
          {...rest}
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={classNames(controlClass, 'h-12')}
        />
      )}
    </Labelled>
  );
}

interface TextAreaProps extends Omit<TextFieldProps, 'type'> {
  readonly rows?: number;
}

/** Grows with what is written. */
export function TextArea({ id, label, hint, error, required, value, onChange, rows = 4 }: TextAreaProps) {
  return (
    <Labelled id={id} label={label} hint={hint} error={error} required={required ?? false}>
      {(control) => (
        <textarea
          {...control}
          rows={rows}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={classNames(
            controlClass,
            'field-sizing-content max-h-96 min-h-28 resize-y py-3 leading-relaxed',
          )}
        />
      )}
    </Labelled>
  );
}
