import type { ComponentProps } from 'react';
import { classNames } from '../class-names.ts';

/** Grows with what is written in it. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      {...rest}
      className={classNames(
        'field-sizing-content min-h-20 w-full rounded-lg border border-line-strong bg-surface px-3 py-2 text-base leading-relaxed placeholder:text-soft aria-invalid:border-bad sm:text-sm',
        className,
      )}
    />
  );
}
