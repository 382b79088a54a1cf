import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useReader } from '../language/reader.ts';

export interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-required': boolean | undefined;
}

interface LabelledProps {
  /** Also what an error summary links to. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A control with its label, hint and error, tied together. What is not needed is marked, in words. */
export function Labelled({ id, label, hint, error, required = false, children }: LabelledProps) {
  const { words } = useReader();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="flex h-full flex-col">
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
        {!required && (
          <span className="ml-1.5 text-[13px] font-normal text-soft">({words.common.optional})</span>
        )}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1.5 text-[13px] leading-snug text-soft">
          {hint}
        </p>
      )}
      <div className="mt-auto">
        {children({
          id,
          name: id,
          'aria-describedby': described || undefined,
          'aria-invalid': error ? true : undefined,
          'aria-required': required || undefined,
        })}
      </div>
      {error && (
        <p
          id={`${id}-error`}
          className="mt-1.5 flex items-start gap-1.5 text-[13px] leading-snug font-medium text-bad"
        >
          <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}
