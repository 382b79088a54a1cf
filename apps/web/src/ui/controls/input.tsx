import type { ComponentProps } from 'react';
import { classNames } from '../class-names.ts';

/** 16 px on phones: smaller text makes iOS zoom into the page. */
export const inputClass =
  'h-10 w-full rounded-lg border border-line-strong bg-surface px-3 text-base placeholder:text-soft aria-invalid:border-bad sm:text-sm';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={classNames(inputClass, className)} />;
}
