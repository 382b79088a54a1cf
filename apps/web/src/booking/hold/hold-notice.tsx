import { dateIn } from '../../time/civil/zoned.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import type { Slot } from '../api/answers.ts';
import { useReader } from '../language/reader.ts';
import type { HoldState } from './hold-state.ts';
import { takenText } from './taken-text.ts';
import { useRemaining } from './use-remaining.ts';

interface HoldNoticeProps {
  readonly state: HoldState;
  readonly zone: string;
  readonly onExtend: () => void;
  readonly onChoose: (slot: Slot) => void;
}

/** What somebody has to know about their time: it is about to lapse, has lapsed, or is gone. Else nothing. */
export function HoldNotice({ state, zone, onExtend, onChoose }: HoldNoticeProps) {
  const { words } = useReader();
  if (state.kind === 'held') return <SoonNotice until={state.expiresAt} onExtend={onExtend} />;
  if (state.kind === 'taken') return <TakenNotice state={state} zone={zone} onChoose={onChoose} />;
  if (state.kind !== 'free' || !state.lapsed) return null;
  return (
    <Notice
      tone="accent"
      title={words.hold.lapsed}
      hint={words.hold.lapsedHint}
      action={<Button onClick={onExtend}>{words.hold.again}</Button>}
    />
  );
}

const WARNING_SECONDS = 60;

/** WCAG 2.2.1: told a minute before, and one simple action gives more time. */
function SoonNotice({ until, onExtend }: { readonly until: Date; readonly onExtend: () => void }) {
  const { words } = useReader();
  const soon = useRemaining(until) <= WARNING_SECONDS;
  if (!soon) return null;
  return (
    <Notice
      tone="warn"
      title={words.hold.soon}
      hint={words.hold.soonHint}
      action={<Button onClick={onExtend}>{words.hold.longer}</Button>}
    />
  );
}

interface TakenNoticeProps {
  readonly state: Extract<HoldState, { kind: 'taken' }>;
  readonly zone: string;
  readonly onChoose: (slot: Slot) => void;
}

/** Gone, but nothing typed is lost, and here is what is free nearby. */
export function TakenNotice({ state, zone, onChoose }: TakenNoticeProps) {
  const { words, formats } = useReader();
  const { nearest, start } = state;
  const label = (slot: Slot) =>
    dateIn(slot.start, zone) === dateIn(start, zone)
      ? formats.time(slot.start, zone)
      : formats.shortMoment(slot.start, zone);
  return (
    <Notice
      tone="bad"
      title={`${takenText(state, words, formats, zone)} ${words.hold.takenSafe}`}
      hint={
        nearest.length === 0 ? (
          words.hold.noneNearby
        ) : (
          <span className="mt-1 flex flex-wrap items-center gap-2">
            {words.hold.nearby}
            {nearest.map((slot) => (
              <Button key={slot.start.getTime()} className="bg-surface" onClick={() => onChoose(slot)}>
                {label(slot)}
              </Button>
            ))}
          </span>
        )
      }
    />
  );
}
