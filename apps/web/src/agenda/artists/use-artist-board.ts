import { useMemo } from 'react';
import type { Temporal } from 'temporal-polyfill';
import type { AgendaEvent } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { instantAt } from '../../time/zone.ts';
import type { Sight } from '../cursor/stops.ts';
import { useEventEdits } from '../edit/event-edits.ts';
import type { Held } from '../gesture/gesture.ts';
import { type Column, columnAt, inColumns } from './columns.ts';
import { requestEvent, requestOf, withRequests } from './request-event.ts';

interface ArtistBoardInput {
  readonly events: readonly AgendaEvent[];
  readonly columns: readonly Column[];
  readonly date: Temporal.PlainDate;
  readonly zone: string;
}

/** Events and requests in their columns, as the grid, gestures and keys ask for them. */
export function useArtistBoard({ events, columns, date, zone }: ArtistBoardInput) {
  const { lockedBy } = useEventEdits();
  const requests = useRequests(columns, date, zone);
  return useMemo(() => {
    const placed = inColumns(withRequests(events, requests), columns, date, zone);
    const byId = new Map(placed.map((each) => [each.id, each]));
    const held = (id: string): Held | null => {
      const found = byId.get(id);
      if (!found) return null;
      const free = found.whole && requestOf(found.event.id) === null && lockedBy(found.event) === null;
      return { id, span: found.span, movable: free };
    };
    const byColumn = Map.groupBy(placed, ({ column }) => column);
    const sight: Sight = {
      layout: 'hours',
      on: (day) => byColumn.get(columnAt(date, day)) ?? [],
      firstWeekday: date.dayOfWeek,
      first: date,
      last: date.add({ days: columns.length - 1 }),
      bounded: true,
    };
    return { events: placed, find: (id: string) => byId.get(id), held, sight };
  }, [events, requests, columns, date, zone, lockedBy]);
}

function useRequests(
  columns: readonly Column[],
  date: Temporal.PlainDate,
  zone: string,
): readonly AgendaEvent[] {
  const asked = useMemo(
    () => ({
      states: ['REQUESTED' as const],
      from: instantAt(date, 0, zone),
      to: instantAt(date, 24, zone),
    }),
    [date, zone],
  );
  const { data } = trpc.bookings.list.useQuery(asked);
  return useMemo(
    () =>
      (data ?? [])
        .filter(({ state, turn }) => state === 'REQUESTED' && turn === 'ARTIST')
        .flatMap((booking) => requestEvent(booking, columns) ?? []),
    [data, columns],
  );
}
