import { classNames } from '../../ui/class-names.ts';

interface PortraitProps {
  readonly name: string;
  readonly picture: string | null;
  readonly large?: boolean;
}

/** The artist's picture, or their initials until there is one. */
export function Portrait({ name, picture, large = false }: PortraitProps) {
  const size = large ? 'size-16 text-xl' : 'size-13 text-base';
  if (picture)
    return <img src={picture} alt="" className={classNames(size, 'shrink-0 rounded-full object-cover')} />;
  const initials = name.split(/\s+/).map((word) => word[0] ?? '');
  return (
    <span
      aria-hidden
      className={classNames(
        size,
        'flex shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent uppercase',
      )}
    >
      {initials.slice(0, 2).join('')}
    </span>
  );
}
