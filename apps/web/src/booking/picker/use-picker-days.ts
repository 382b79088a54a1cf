import { useMemo } from 'react';
import type { CivilDate } from '../../time/civil/civil-date.ts';
import { dateIn } from '../../time/civil/zoned.ts';
import { useApi } from '../api/client-context.ts';
import { useReader } from '../language/reader.ts';
import { type GridPage, isOn } from './grid/grid-page.ts';
import { useGridPage } from './grid/use-grid-page.ts';
import { isKnown, slotsByDate } from './slots/slot-board.ts';
import { type LiveSlots, type SlotQuestion, useSlotBoard } from './slots/use-slot-board.ts';

/** The page of days in sight, and what is free on them. */
export interface PickerDays {
  readonly today: CivilDate;
  readonly page: GridPage;
  /** What the page is called. */
  readonly title: string;
  readonly show: (date: CivilDate) => void;
  readonly slots: LiveSlots;
  /** Free times by date. */
  readonly counts: ReadonlyMap<CivilDate, number>;
  /** The dates in sight that have free times, in order. */
  readonly open: readonly CivilDate[];
  readonly loaded: boolean;
}

interface Asked extends SlotQuestion {
  readonly hold?: string | null;
  readonly placing?: boolean;
}

/** @param shown IANA name of the zone that dates are shown in */
export function usePickerDays(asked: Asked, date: CivilDate | null, shown: string): PickerDays {
  const { artist, serviceId, zone, hold = null, placing = false, moving = null } = asked;
  const { formats } = useReader();
  const { clock } = useApi();
  const today = dateIn(clock.now(), shown);
  const { page, near, show } = useGridPage(date, today, formats.firstWeekday);
  const slots = useSlotBoard({ artist, serviceId, zone, page, near, hold, placing, moving });
  const { board } = slots;
  const byDate = useMemo(() => slotsByDate(board, shown), [board, shown]);
  return {
    today,
    page,
    title: formats.months(page.month, page.lastMonth),
    show,
    slots,
    counts: useMemo(() => new Map([...byDate].map(([day, list]) => [day, list.length])), [byDate]),
    open: useMemo(() => [...byDate.keys()].filter((day) => isOn(page, day)).toSorted(), [byDate, page]),
    loaded: isKnown(board, page),
  };
}
