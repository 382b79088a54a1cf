import { classNames } from '../class-names.ts';

export function ColourDot({ colour, className }: { readonly colour: string; readonly className?: string }) {
  return (
    <span
      aria-hidden
      style={{ backgroundColor: colour }}
      className={classNames('inline-block size-2.5 shrink-0 rounded-full', className)}
    />
  );
}
