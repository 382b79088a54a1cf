import { use } from 'react';
import type { Temporal } from 'temporal-polyfill';
import { useMeasureTurn } from '../../cursor/use-measure-turn.ts';
import { GridRootContext } from '../../grid/grid-frame.tsx';
import type { Column } from '../columns.ts';
import { HoldGhosts } from './hold-ghosts.tsx';
import { NowLine } from './now-line.tsx';
import { WhyDoor } from './why-door.tsx';

interface OverColumnsProps {
  readonly columns: readonly Column[];
  readonly date: Temporal.PlainDate;
  readonly zone: string;
  /** @param at in the column of an artist, which stands where a day does */
  readonly onAsk: (at: Temporal.PlainDateTime) => void;
}

/** What lies over the columns of the artists and is no event. */
export function OverColumns({ onAsk, ...day }: OverColumnsProps) {
  const turn = useMeasureTurn(use(GridRootContext), '[data-grid]');
  return (
    <div className="agenda-chrome pointer-events-none absolute inset-0 z-10 overflow-hidden">
      <HoldGhosts {...day} turn={turn} />
      <NowLine date={day.date} zone={day.zone} turn={turn} />
      <WhyDoor onAsk={onAsk} />
    </div>
  );
}
