import { type ReactNode, useEffect, useRef } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { bringIntoView, isEmbedded } from '../frame/embed.ts';
import { useSearch } from '../url/location.ts';

interface ActionBarProps {
  /** While there is nothing to go on with, it stays where it stands and covers nothing. */
  readonly ready?: boolean;
  readonly children: ReactNode;
}

/**
 * What is known, and the button that goes on: at hand at the foot of the window. Not so in somebody else's page, where
 * the window is as tall as its content.
 */
export function ActionBar({ ready = true, children }: ActionBarProps) {
  const embedded = isEmbedded(useSearch());
  const bar = useRef<HTMLDivElement>(null);
  const before = useRef(ready);
  // Elsewhere it sticks to the foot of the window; here nobody would see that there is a way on.
  useEffect(() => {
    if (embedded && ready && !before.current && bar.current) bringIntoView(bar.current);
    before.current = ready;
  }, [embedded, ready]);
  return (
    <div
      ref={bar}
      className={classNames(
        'mt-8 flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-t border-line py-4',
        ready &&
          !embedded &&
          'bottom-0 z-20 [@media(min-height:30rem)]:sticky -mx-5 bg-paper/95 px-5 pb-[max(1rem,env(safe-area-inset-bottom))] backdrop-blur-sm sm:mx-0 sm:px-0',
      )}
    >
      {children}
    </div>
  );
}
