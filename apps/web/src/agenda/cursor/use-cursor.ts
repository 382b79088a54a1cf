import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Temporal } from 'temporal-polyfill';
import { reveal } from '../gesture/measure.ts';
import { placeOf, type Sight, type Stop, settled, walk } from './stops.ts';

interface CursorInput {
  readonly root: RefObject<HTMLElement | null>;
  readonly sight: Sight;
  /** Where a cursor begins that is not in sight. */
  readonly start: Stop;
  /** A key has led out of sight. */
  readonly onDay: (day: Temporal.PlainDate) => void;
}

export interface Cursor {
  readonly stop: Stop;
  readonly cell: RefObject<HTMLDivElement | null>;
  readonly press: (key: string) => Stop;
  /** Puts it somewhere without moving the focus. */
  readonly put: (stop: Stop) => void;
}

/** Where the keyboard is in the grid. */
export function useCursor({ root, sight, start, onDay }: CursorInput): Cursor {
  const { first, last } = sight;
  const range = `${first} ${last}`;
  const [placed, setPlaced] = useState({ stop: start, range });
  const cell = useRef<HTMLDivElement>(null);
  const followed = useRef(false);
  // Out of sight and placed there since: what it leads to is on its way. Else somebody has gone elsewhere.
  const counts = isWithin(placed.stop.day, first, last) || placed.range === range;
  const stop = settled(counts ? placed.stop : start, sight);
  useLayoutEffect(() => {
    if (!followed.current || !root.current) return;
    followed.current = false;
    reveal(root.current, placeOf(stop, sight.layout));
  });
  const put = (next: Stop) => {
    setPlaced({ stop: next, range });
    if (!isWithin(next.day, first, last)) onDay(next.day);
  };
  return {
    stop,
    cell,
    put,
    press(key) {
      const next = walk(stop, key, sight);
      followed.current = true;
      put(next);
      return next;
    },
  };
}

function isWithin(day: Temporal.PlainDate, first: Temporal.PlainDate, last: Temporal.PlainDate): boolean {
  return first.until(day).sign >= 0 && day.until(last).sign >= 0;
}
