import { useReader } from '../language/studio-reader.ts';
import { classNames } from '../ui/class-names.ts';
import { Popover } from '../ui/overlay/popover.tsx';
import { useLiveState } from './live-context.ts';
import type { LiveState } from './live-state.ts';

/** Shape as well as colour: full when live, hollow when not. */
const DOTS: Record<LiveState, string> = {
  connecting: 'border-2 border-line-strong',
  live: 'bg-good',
  reconnecting: 'border-2 border-warn animate-pulse',
  offline: 'border-2 border-bad',
};

export function LiveIndicator() {
  const { words } = useReader();
  const state = useLiveState();
  return (
    <Popover
      label={words.live[state]}
      trigger={
        <button
          type="button"
          data-live={state}
          className="flex h-9 items-center gap-2 rounded-lg px-2.5 text-[13px] font-medium text-soft hover:bg-sunken hover:text-ink"
        >
          <span aria-hidden className={classNames('size-2.5 shrink-0 rounded-full', DOTS[state])} />
          <span className="md:sr-only xl:not-sr-only" role="status">
            {words.live[state]}
          </span>
        </button>
      }
    >
      <p className="font-medium">{words.live[state]}</p>
      <p className="mt-1 text-[13px] text-soft">{words.live.hints[state]}</p>
    </Popover>
  );
}
