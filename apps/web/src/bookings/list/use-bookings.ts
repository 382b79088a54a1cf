import { keepPreviousData } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Temporal } from 'temporal-polyfill';
import type { BookingState } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { instantAt } from '../../time/zone.ts';
import type { BookingTab } from '../booking-search.ts';

const CONFIRMED: BookingState[] = ['CONFIRMED'];
const REQUESTED: BookingState[] = ['REQUESTED'];

/**
 * The bookings that a tab chooses from. @param today in the studio's zone @param days how far the past reaches back
 */
export function useBookings(tab: BookingTab, today: string, zone: string, days: number) {
  const spans = useMemo(() => {
    const date = Temporal.PlainDate.from(today);
    const midnight = instantAt(date, 0, zone);
    return {
      requests: { states: REQUESTED },
      // What has been trouble since a month is still to be looked at.
      confirmed: { states: CONFIRMED, from: instantAt(date.subtract({ days: 30 }), 0, zone) },
      upcoming: { states: CONFIRMED, from: midnight },
      past: { from: instantAt(date.subtract({ days }), 0, zone), to: instantAt(date, 24, zone) },
      all: { from: instantAt(date.subtract({ days }), 0, zone) },
    };
  }, [today, zone, days]);
  const options = { placeholderData: keepPreviousData };
  const requests = trpc.bookings.list.useQuery(spans.requests, { enabled: tab === 'waiting' });
  const main = trpc.bookings.list.useQuery(tab === 'waiting' ? spans.confirmed : spans[tab], options);
  const error = main.error ?? (tab === 'waiting' ? requests.error : null);
  if (!main.data || (tab === 'waiting' && !requests.data)) return { bookings: undefined, error };
  return { bookings: tab === 'waiting' ? [...(requests.data ?? []), ...main.data] : main.data, error };
}
