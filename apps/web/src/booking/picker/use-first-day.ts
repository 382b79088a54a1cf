import { useCallback, useEffect, useEffectEvent } from 'react';
import { type CivilDate, monthOf } from '../../time/civil/civil-date.ts';
import { dateIn } from '../../time/civil/zoned.ts';
import { useAnnounce } from '../../ui/display/announcer.tsx';
import type { Slot } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import { useReader } from '../language/reader.ts';
import { isOn } from './grid/grid-page.ts';
import { type NextSlotSearch, useNextSlot } from './slots/use-next-slot.ts';
import type { SlotQuestion } from './slots/use-slot-board.ts';
import type { PickerDays } from './use-picker-days.ts';

interface DayChoice {
  readonly date: CivilDate | null;
  readonly onDate: (date: CivilDate) => void;
  /** IANA name. */
  readonly shown: string;
}

/**
 * The first open day in sight is chosen by itself; in the beginning also a later one. What a page of days holds is said
 * to whoever does not see it.
 */
export function useFirstDay(
  { artist, serviceId, zone, moving = null }: SlotQuestion,
  { page, title, open, loaded, show }: PickerDays,
  { date, onDate, shown }: DayChoice,
): NextSlotSearch {
  const { words } = useReader();
  const { clock } = useApi();
  const announce = useAnnounce();
  const found = useCallback(
    ({ start }: Slot) => {
      const day = dateIn(start, shown);
      show(day);
      onDate(day);
    },
    [onDate, show, shown],
  );
  const search = useNextSlot({ artist, serviceId, zone, moving }, found);
  const first = open.find((day) => monthOf(day) === page.month) ?? open[0] ?? null;
  const chooseFirst = useEffectEvent(() => {
    if (date !== null && isOn(page, date)) return;
    if (first) onDate(first);
    else if (date === null) search.look(clock.now());
  });
  const sayPage = useEffectEvent(() => {
    const days = words.time.openDays({ count: open.length });
    announce(words.time.shown({ month: title, days }));
  });
  useEffect(() => {
    if (loaded) chooseFirst();
  }, [loaded, page, first]);
  useEffect(() => {
    if (loaded) sayPage();
  }, [loaded, page]);
  return search;
}
