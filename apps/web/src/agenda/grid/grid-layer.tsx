import { type RefObject, useCallback, useEffect } from 'react';
import { Temporal } from 'temporal-polyfill';
import type { AgendaEvent } from '../../api/answers.ts';
import { colourOf } from '../../calendars/colour.ts';
import { useCalendars } from '../../calendars/use-calendars.ts';
import { useReader } from '../../language/studio-reader.ts';
import { classNames } from '../../ui/class-names.ts';
import { eventText, ghostText, type Speech, stopText } from '../cursor/grid-words.ts';
import { eventsAt, placeOf, type Sight, SLOT, type Stop } from '../cursor/stops.ts';
import { useBoxes } from '../cursor/use-boxes.ts';
import { useCursor } from '../cursor/use-cursor.ts';
import { useGridKeys } from '../cursor/use-grid-keys.ts';
import { useMeasureTurn } from '../cursor/use-measure-turn.ts';
import { eventTitle } from '../event/event-title.ts';
import { type Gesture, type Held, isDragging, type Wish } from '../gesture/gesture.ts';
import { blocksOf, boxesOf, boxOfEvent, boxOfPlace } from '../gesture/measure.ts';
import { useGestures } from '../gesture/use-gestures.ts';
import type { WallSpan } from '../gesture/wall-span.ts';
import { GRID_KEYS } from '../keys/use-keys.ts';

export interface GridLayerProps {
  /** What holds the grid and this layer over it. */
  readonly root: RefObject<HTMLElement | null>;
  readonly sight: Sight;
  readonly start: Stop;
  /** How days and times are said here. */
  readonly speech: Speech;
  /** Where what is being typed would lie; null where nothing is typed, or not here. */
  readonly draft: WallSpan | null;
  readonly find: (id: string) => AgendaEvent | undefined;
  readonly held: (id: string) => Held | null;
  readonly onWish: (wish: Wish) => void;
  readonly onDay: (day: Temporal.PlainDate) => void;
}

/** Everything in the grid that is ours: the cursor of the keyboard, and the ghost of what is dragged or drawn. */
export function GridLayer({ root, sight, start, speech, draft, find, held, onWish, onDay }: GridLayerProps) {
  const reader = useReader();
  const { byId } = useCalendars();
  const gesture = useGestures({ root, held, onWish });
  const cursor = useCursor({ root, sight, start, onDay });
  const textOf = (stop: Stop) => {
    const event = stop.event === null ? undefined : find(stop.event);
    const known = stop.event === null ? null : held(stop.event);
    if (event && known) return eventText(event, known.span, byId.get(event.calendarId), speech);
    const titleOf = (id: string) => eventTitle(find(id) ?? { title: '' }, reader.words);
    return stopText(stop, eventsAt(stop, sight), titleOf, speech);
  };
  const { carried } = useGridKeys({ cursor, sight, speech, held, find, textOf, onWish });
  const turn = useMeasureTurn(root, '[data-grid]');
  const ghost = carried
    ? { id: carried.event.id, span: carried.span, copy: false }
    : (ghostOf(gesture) ?? (draft && { id: null, span: draft, copy: false }));
  useLifted(root, ghost && !ghost.copy ? ghost.id : null, turn);
  const event = ghost?.id ? find(ghost.id) : undefined;
  const calendar = event && byId.get(event.calendarId);
  return (
    <div className="agenda-chrome pointer-events-none absolute inset-0 z-20 overflow-hidden">
      {ghost && (
        <Ghost
          root={root}
          span={ghost.span}
          turn={turn}
          copy={ghost.copy}
          colour={calendar ? colourOf(calendar) : 'var(--accent)'}
          title={event ? eventTitle(event, reader.words) : reader.words.grid.newEvent}
          when={ghostText(ghost.span, speech)}
        />
      )}
      <CursorCell
        root={root}
        stop={cursor.stop}
        sight={sight}
        turn={turn}
        cell={cursor.cell}
        label={textOf(cursor.stop)}
        columns={sight.first.until(sight.last).days + 1}
      />
    </div>
  );
}

function ghostOf(gesture: Gesture) {
  if (!isDragging(gesture) || !gesture.span) return null;
  const id = gesture.grip.kind === 'event' ? gesture.grip.event.id : null;
  return { id, span: gesture.span, copy: gesture.copy };
}

/** What is dragged stays where it was, half transparent, until it is put down. */
function useLifted(root: RefObject<HTMLElement | null>, id: string | null, turn: number): void {
  useEffect(() => {
    if (id === null || !root.current) return;
    const blocks = blocksOf(root.current, id);
    for (const block of blocks) block.classList.add('agenda-lifted');
    return () => {
      for (const block of blocks) block.classList.remove('agenda-lifted');
    };
  }, [root, id, turn]);
}

interface GhostProps {
  readonly root: RefObject<HTMLElement | null>;
  readonly span: WallSpan;
  readonly turn: number;
  readonly copy: boolean;
  readonly colour: string;
  readonly title: string;
  readonly when: string;
}

function Ghost({ root, span, turn, copy, colour, title, when }: GhostProps) {
  const measure = useCallback(() => (root.current ? boxesOf(root.current, span) : []), [root, span]);
  const boxes = useBoxes(measure, turn);
  return boxes.map((box, index) => (
    <div
      key={`${box.left} ${box.top}`}
      data-ghost
      style={{
        ...box,
        borderColor: colour,
        backgroundColor: `color-mix(in oklab, ${colour} 22%, var(--raised))`,
      }}
      className="absolute flex flex-col overflow-hidden rounded-md border-2 px-1.5 text-xs leading-tight shadow-float"
    >
      {index === 0 && (
        <>
          <span className="truncate font-semibold">
            {copy && '+ '}
            {title}
          </span>
          <span className="truncate tabular-nums">{when}</span>
        </>
      )}
    </div>
  ));
}

interface CursorCellProps {
  readonly root: RefObject<HTMLElement | null>;
  readonly stop: Stop;
  readonly sight: Sight;
  readonly turn: number;
  readonly cell: RefObject<HTMLDivElement | null>;
  readonly label: string;
  readonly columns: number;
}

/**
 * The one tab stop of the grid, which moves over it. It is a grid of which only the cell at hand is there, as the pattern
 * allows; the table beneath it is there to be read as before.
 */
function CursorCell({ root, stop, sight, turn, cell, label, columns }: CursorCellProps) {
  const { words } = useReader();
  const { layout } = sight;
  const { minute, event } = stop;
  const day = stop.day.toString();
  const measure = useCallback(() => {
    if (!root.current) return [];
    const here = { day: Temporal.PlainDate.from(day), minute, event };
    const block = event === null ? null : boxOfEvent(root.current, event, here.day);
    const box = block ?? boxOfPlace(root.current, placeOf(here, layout), SLOT);
    return box ? [box] : [];
  }, [root, day, minute, event, layout]);
  const [box] = useBoxes(measure, turn);
  return (
    <div role="grid" aria-label={words.grid.cells} aria-colcount={columns} aria-rowcount={-1}>
      <div role="row" aria-rowindex={stop.minute === null ? 1 : stop.minute / SLOT + 2}>
        <div
          ref={cell}
          role="gridcell"
          tabIndex={0}
          {...{ [GRID_KEYS]: '' }}
          aria-label={label}
          aria-colindex={Math.max(1, sight.first.until(stop.day).days + 1)}
          style={box ?? { left: 0, top: 0, width: 1, height: 1 }}
          className={classNames(
            'absolute rounded-md outline-offset-[-2px]',
            stop.event === null && 'focus-visible:bg-accent/10',
          )}
        />
      </div>
    </div>
  );
}
