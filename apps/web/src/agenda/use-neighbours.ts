import { useEffect } from 'react';
import type { Temporal } from 'temporal-polyfill';
import { trpc } from '../api/trpc.ts';
import { useLiveState } from '../live/live-context.ts';
import type { View } from './agenda-search.ts';
import { firstRange } from './first-range.ts';
import { stepDate } from './step-date.ts';

/** Longer than somebody rests on a page that only lies on their way. */
const WHEN_MS = 1_000;

/** Has the events of the page before and the page after at hand, once those of this one are `there` and nothing else is due. */
export function useNeighbours(view: View, date: Temporal.PlainDate, there: boolean): void {
  const { prefetch } = trpc.useUtils().agenda.events;
  const ready = useLiveState() === 'live' && there;
  useEffect(() => {
    if (!ready) return;
    const timer = setTimeout(() => {
      for (const direction of [1, -1] as const)
        void prefetch(firstRange(view, stepDate(date, view, direction)));
    }, WHEN_MS);
    return () => clearTimeout(timer);
  }, [view, date, ready, prefetch]);
}
