import { createContext, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { classNames } from '../../ui/class-names.ts';
import { keepOneTabStop } from '../cursor/one-tab-stop.ts';
import { GridLayer, type GridLayerProps } from './grid-layer.tsx';

/** The element in which everything of a grid lies. */
export const GridRootContext = createContext<RefObject<HTMLElement | null>>({ current: null });

interface GridFrameProps extends Omit<GridLayerProps, 'root'> {
  readonly title: string;
  /** In pixels: on a narrower screen the grid scrolls sideways. */
  readonly minWidth?: number;
  /** What stands above the grid, and finds it by `GridRootContext`. */
  readonly header?: ReactNode;
  /** What lies over the grid and is no event, and finds it by `GridRootContext`. */
  readonly over?: ReactNode;
  /** FullCalendar. */
  readonly children: ReactNode;
}

/** A grid of FullCalendar's with our layer over it. */
export function GridFrame({ title, minWidth = 0, header, over, children, ...layer }: GridFrameProps) {
  const { words } = useReader();
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    const grid = root.current?.querySelector('[data-grid]');
    return grid ? keepOneTabStop(grid) : undefined;
  }, []);
  return (
    <section
      ref={root}
      aria-label={words.agenda.grid({ title })}
      className="agenda-root relative flex min-h-0 flex-1 flex-col select-none"
    >
      <GridRootContext value={root}>{header}</GridRootContext>
      <div data-grid className={classNames('min-h-0 flex-1', minWidth > 0 && 'agenda-sideways')}>
        <div className="h-full" style={{ minWidth }}>
          {children}
        </div>
      </div>
      <GridRootContext value={root}>{over}</GridRootContext>
      <GridLayer root={root} {...layer} />
    </section>
  );
}
