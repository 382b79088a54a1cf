import { memo, type ReactNode, useState } from 'react';
import { KEPT } from '../gesture/measure.ts';
import { AgendaGrid, type AgendaGridProps } from './agenda-grid.tsx';

/**
 * A grid for each view. One that was seen stays as it was painted while another is shown: to come back to it nothing is
 * worked out or laid out again, and it stands where it had been scrolled to.
 */
export function KeptGrids({ fcView, ...grid }: AgendaGridProps) {
  const [seen, setSeen] = useState([fcView]);
  if (!seen.includes(fcView)) setSeen([...seen, fcView]);
  return (
    <div className="relative h-full">
      {seen.map((view) => (
        <Kept key={view} shown={view === fcView}>
          <AgendaGrid fcView={view} {...grid} />
        </Kept>
      ))}
    </div>
  );
}

interface KeptProps {
  readonly shown: boolean;
  readonly children: ReactNode;
}

/** Out of sight the browser does no work for it, and nobody finds anything in it; its size stays what it was. */
function Kept({ shown, children }: KeptProps) {
  return (
    <div
      {...(!shown && { [KEPT]: '' })}
      inert={!shown}
      aria-hidden={!shown}
      style={shown ? {} : { contentVisibility: 'hidden' }}
      className={shown ? 'h-full' : 'absolute inset-0'}
    >
      <WhileShown shown={shown}>{children}</WhileShown>
    </div>
  );
}

/** What it was given when it was last shown. */
const WhileShown = memo(
  ({ children }: KeptProps) => children,
  (_before, { shown }) => !shown,
);
