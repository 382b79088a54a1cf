import { Check, LoaderCircle, X } from 'lucide-react';
import { Button } from '../../ui/controls/button.tsx';
import { useReader } from '../language/reader.ts';
import type { HoldState } from './hold-state.ts';
import { takenText } from './taken-text.ts';
import { useRemaining } from './use-remaining.ts';

interface HoldStatusProps {
  readonly state: HoldState;
  readonly zone: string;
  /** Who it is, where anybody was asked for. */
  readonly who: string | null;
  readonly onAgain: () => void;
}

/** What is known of the chosen time, beside the button that goes on. */
export function HoldStatus({ state, zone, who, onAgain }: HoldStatusProps) {
  const { words, formats } = useReader();
  if (state.kind === 'none') return <p className="text-soft">{words.hold.choose}</p>;
  const when = formats.shortMoment(state.start, zone);
  return (
    <div className="min-w-0" role="status">
      <p className="leading-tight font-semibold first-letter:uppercase">
        {when}
        {who && <span className="font-normal text-soft"> {words.hold.with({ artist: who })}</span>}
      </p>
      <p
        data-hold={state.kind}
        className="mt-1 flex flex-wrap items-center gap-1.5 text-[13px] leading-tight"
      >
        {state.kind === 'checking' && (
          <>
            <LoaderCircle aria-hidden className="size-4 animate-spin text-soft" />
            <span className="text-soft">{words.hold.checking}</span>
          </>
        )}
        {state.kind === 'free' && state.lapsed && <span className="text-soft">{words.hold.notKept}</span>}
        {(state.kind === 'held' || (state.kind === 'free' && !state.lapsed)) && (
          <>
            <Check aria-hidden strokeWidth={3} className="size-4 text-good" />
            <span className="text-good">{state.kind === 'held' ? words.hold.held : words.hold.free}</span>
            {state.kind === 'held' && <Left until={state.expiresAt} />}
          </>
        )}
        {state.kind === 'taken' && (
          <>
            <X aria-hidden strokeWidth={3} className="size-4 shrink-0 text-bad" />
            <span className="text-bad">{takenText(state, words, formats, zone)}</span>
          </>
        )}
        {state.kind === 'unknown' && (
          <>
            <X aria-hidden strokeWidth={3} className="size-4 shrink-0 text-bad" />
            <span className="text-bad">{words.hold.unknown}</span>
            <Button size="small" onClick={onAgain}>
              {words.common.retry}
            </Button>
          </>
        )}
      </p>
    </div>
  );
}

/** Counts down for the eye; listeners are told once, a minute before the end. */
export function Left({ until }: { readonly until: Date }) {
  const { words } = useReader();
  const seconds = useRemaining(until);
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <span aria-hidden className="text-soft tabular-nums">
      · {words.hold.left({ time })}
    </span>
  );
}
