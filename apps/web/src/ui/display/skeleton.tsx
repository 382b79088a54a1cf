import { classNames } from '../class-names.ts';

/** Holds the place of what is being loaded. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <div aria-hidden className={classNames('animate-pulse rounded-md bg-sunken', className)} />;
}
