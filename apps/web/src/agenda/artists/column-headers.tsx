import { use, useCallback } from 'react';
import { useBoxes } from '../cursor/use-boxes.ts';
import { useMeasureTurn } from '../cursor/use-measure-turn.ts';
import { lanesOf } from '../gesture/measure.ts';
import { GridRootContext } from '../grid/grid-frame.tsx';
import { ArtistHeader } from './artist-header.tsx';
import type { Column } from './columns.ts';

interface ColumnHeadersProps {
  readonly columns: readonly Column[];
  readonly onExplain: (slug: string) => void;
}

/** Above each column whose it is; FullCalendar would say dates there. */
export function ColumnHeaders({ columns, onExplain }: ColumnHeadersProps) {
  const root = use(GridRootContext);
  const turn = useMeasureTurn(root, '[data-grid]');
  const measure = useCallback(() => (root.current ? lanesOf(root.current) : []), [root]);
  const lanes = useBoxes(measure, turn);
  return (
    <ul className="agenda-columns relative h-12 overflow-hidden border-b border-line">
      {columns.map((column, index) => {
        const lane = lanes[index];
        return (
          <li
            key={column.slug}
            style={{ left: lane?.left ?? 0, width: lane?.width ?? 0 }}
            className="absolute inset-y-0 flex items-center justify-center overflow-hidden px-1"
          >
            <ArtistHeader column={column} onExplain={() => onExplain(column.slug)} />
          </li>
        );
      })}
    </ul>
  );
}
