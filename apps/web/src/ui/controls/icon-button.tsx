import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from '../class-names.ts';
import { Tooltip } from '../overlay/tooltip.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly small?: boolean;
  readonly spinning?: boolean;
}

/** A button that is only an icon: its label is its name and its tooltip. */
export function IconButton({
  icon: Icon,
  label,
  small = false,
  spinning = false,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={classNames(
          'inline-flex shrink-0 items-center justify-center rounded-lg text-soft transition-colors hover:bg-sunken hover:text-ink disabled:pointer-events-none disabled:opacity-50',
          small ? 'size-7' : 'size-10',
          className,
        )}
      >
        <Icon
          aria-hidden
          className={classNames(small ? 'size-4' : 'size-[18px]', spinning && 'animate-spin')}
        />
      </button>
    </Tooltip>
  );
}
