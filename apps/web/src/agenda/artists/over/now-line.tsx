import { use, useCallback } from 'react';
import type { Temporal } from 'temporal-polyfill';
import { useNow } from '../../../time/use-now.ts';
import { wallClock } from '../../../time/zone.ts';
import { useBoxes } from '../../cursor/use-boxes.ts';
import { boxesOf, lanesOf } from '../../gesture/measure.ts';
import { GridRootContext } from '../../grid/grid-frame.tsx';

interface NowLineProps {
  readonly date: Temporal.PlainDate;
  /** IANA name; in which times are shown. */
  readonly zone: string;
  readonly turn: number;
}

const HALF_MINUTE = 30_000;

/** Where the day stands, over all columns; only today. */
export function NowLine({ date, zone, turn }: NowLineProps) {
  const clock = wallClock(useNow(HALF_MINUTE), zone);
  const isToday = clock.toPlainDate().equals(date);
  const minute = clock.hour * 60 + clock.minute;
  const root = use(GridRootContext);
  const measure = useCallback(() => {
    if (!root.current || !isToday) return [];
    const start = date.toPlainDateTime().add({ minutes: minute });
    const [first] = boxesOf(root.current, { allDay: false, start, end: start.add({ minutes: 1 }) });
    const last = lanesOf(root.current).at(-1);
    return first && last ? [{ ...first, width: last.left + last.width - first.left }] : [];
  }, [root, date, minute, isToday]);
  const [box] = useBoxes(measure, turn);
  if (!box) return null;
  return (
    <span
      aria-hidden
      data-now
      style={{ left: box.left, top: box.top, width: box.width }}
      className="absolute h-0 border-t-2 border-mark before:absolute before:-top-[5px] before:-left-1 before:size-2 before:rounded-full before:bg-mark"
    />
  );
}
