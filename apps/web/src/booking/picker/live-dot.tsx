import { useSyncExternalStore } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { useReader } from '../language/reader.ts';
import type { LiveState } from './slots/use-slot-board.ts';

function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('online', listener);
      window.addEventListener('offline', listener);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('offline', listener);
      };
    },
    () => navigator.onLine,
  );
}

/** Whether what is shown is of this moment. Full when live, hollow when not, and always in words. */
export function LiveDot({ live }: { readonly live: LiveState }) {
  const { words } = useReader();
  const online = useOnline();
  const state = online ? live : 'offline';
  const text =
    state === 'live' ? words.time.live : state === 'offline' ? words.time.offline : words.time.reconnecting;
  if (state === 'connecting') return null;
  return (
    <p
      data-live={state}
      title={state === 'live' ? words.time.liveHint : words.time.staleHint}
      className="flex items-center gap-1.5 text-[13px] text-soft"
    >
      <span
        aria-hidden
        className={classNames('size-2 rounded-full', state === 'live' ? 'bg-good' : 'border-2 border-warn')}
      />
      {text}
      {state !== 'live' && <span className="sr-only">{words.time.staleHint}</span>}
    </p>
  );
}
