import { LoaderCircle } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from '../class-names.ts';

const LOOKS = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-hover',
  plain: 'border border-line bg-surface text-ink hover:bg-sunken',
  quiet: 'text-ink hover:bg-sunken',
  danger: 'bg-bad text-surface hover:opacity-90',
} as const;

const SIZES = {
  large: 'h-12 px-6 text-base',
  normal: 'h-10 px-4',
  small: 'h-8 px-3 text-[13px] pointer-coarse:h-11',
} as const;

export type ButtonLook = keyof typeof LOOKS;

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook;
  readonly size?: keyof typeof SIZES;
  /** Shows that something is on its way, and takes no second click. */
  readonly pending?: boolean;
}

export function buttonClass(look: ButtonLook, size: keyof typeof SIZES = 'normal'): string {
  return classNames(
    'inline-flex shrink-0 items-center justify-center gap-2 rounded-lg font-medium whitespace-nowrap transition-colors',
    'disabled:pointer-events-none disabled:opacity-60',
    LOOKS[look],
    SIZES[size],
  );
}

export function Button({
  look = 'plain',
  size = 'normal',
  pending = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.disabled || pending}
      aria-busy={pending || undefined}
      className={classNames(buttonClass(look, size), className)}
    >
      {pending && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
      {children}
    </button>
  );
}
