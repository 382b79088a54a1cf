import { keepPreviousData } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Slot } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { dateIn } from '../../time/zone.ts';
import { longStarts } from './long-starts.ts';

export interface FreeSlotsQuery {
  /** Slug. */
  readonly artist: string;
  /** Null: there is nothing to go by, and times are typed. */
  readonly serviceId: string | null;
  /** How long is needed; null is as long as the service. */
  readonly minutes: number | null;
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  /** The booking that is to be moved: it is not in its own way, and its length is known. */
  readonly moving: string | null;
}

/** The free starts of some dates, under the date of the artist's clocks. Kept current by the change feed. */
export function useFreeSlots({ artist, serviceId, minutes, from, to, moving }: FreeSlotsQuery, zone: string) {
  const slots = trpc.booking.slots.useQuery(
    { artist, serviceId: serviceId ?? '', from, to, ...(moving === null ? {} : { bookingId: moving }) },
    { enabled: serviceId !== null, placeholderData: keepPreviousData },
  );
  const byDate = useMemo(() => {
    const offered: readonly Slot[] = slots.data?.days.flatMap((day) => day.slots) ?? [];
    const long = minutes === null || moving !== null ? offered : longStarts(offered, minutes);
    return Map.groupBy(long, ({ start }) => dateIn(start, zone).toString());
  }, [slots.data, minutes, moving, zone]);
  return {
    byDate,
    known: serviceId === null || slots.data !== undefined,
    verified: slots.data?.verified ?? true,
    error: slots.error,
  };
}
