import { CalendarSearch } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/controls/button.tsx';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { useReader } from '../language/reader.ts';
import type { NextSlot } from './slots/use-next-slot.ts';

interface NoSlotsProps {
  /** Of the days in sight. */
  readonly title: string;
  readonly next: NextSlot;
  readonly onLook: () => void;
  /** Other ways on: another artist, describing the idea. */
  readonly otherWays?: ReactNode;
}

/** Weeks without a free time: says so, and what can be done. */
export function NoSlots({ title, next, onLook, otherWays }: NoSlotsProps) {
  const { words } = useReader();
  if (next.kind === 'failed') return <ProblemPanel error={next.error} onRetry={onLook} />;
  const none = next.kind === 'none';
  return (
    <div className="flex flex-col items-start gap-1 rounded-2xl bg-sunken p-5">
      <CalendarSearch aria-hidden className="mb-2 size-6 text-accent" />
      <p className="font-semibold">{none ? words.time.nothing : words.time.noMonth({ month: title })}</p>
      <p className="text-soft">{none ? words.time.nothingHint : words.time.noMonthHint}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {!none && (
          <Button look="primary" pending={next.kind === 'looking'} onClick={onLook}>
            {next.kind === 'looking' ? words.time.searching : words.time.nextFree}
          </Button>
        )}
        {otherWays}
      </div>
    </div>
  );
}
