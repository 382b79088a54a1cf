import { keepPreviousData } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useWatching } from '../live/use-watching.ts';
import { useShared } from '../ui/use-shared.ts';
import type { Hidden } from './calendars/use-hidden-calendars.ts';
import { useEventEdits } from './edit/event-edits.ts';
import { firstRange, type Range } from './first-range.ts';
import { mergeTwins } from './grid/merge-twins.ts';
import type { AgendaPlace } from './use-agenda-place.ts';
import { useNeighbours } from './use-neighbours.ts';
import type { VisibleSpan } from './visible-span.ts';

/**
 * Events of what is in sight, and perhaps of more: a week of a month that was shown needs no question. The last ones stay
 * until the new ones are there. @param span null: nothing has told yet what is in sight */
export function useShownEvents(
  { view, date, event: eventId }: AgendaPlace,
  span: VisibleSpan | null,
  hidden: Hidden,
) {
  const { calendars } = useCalendars();
  useWatching(calendars?.filter(({ id, enabled }) => enabled && !hidden.has(id)).map(({ id }) => id));
  const { data, error, isPlaceholderData, isPending } = trpc.agenda.events.useQuery(
    useAsked(() => firstRange(view, date), span),
    {
      placeholderData: keepPreviousData,
    },
  );
  useNeighbours(view, date, !isPending && !isPlaceholderData);
  const { shown, lockedBy } = useEventEdits();
  const found = useMemo(() => {
    const visible = shown(data ?? []).filter(({ calendarId }) => !hidden.has(calendarId));
    return mergeTwins(visible, (event) => lockedBy(event) === null);
  }, [data, hidden, shown, lockedBy]);
  // Calendars that are on the screen are synchronised every few seconds: that alone paints no event anew.
  const twins = useShared(found);
  const merged = useMemo(() => {
    const others = new Map(twins.map(({ event, alsoIn }) => [event.id, alsoIn]));
    return { events: twins.map(({ event }) => event), alsoIn: (id: string) => others.get(id) ?? [] };
  }, [twins]);
  const opened = eventId === null ? undefined : data?.find(({ id }) => id === eventId);
  return { ...merged, opened: opened ?? null, error, loading: isPlaceholderData || isPending };
}

/**
 * The same as before where that holds what is in sight: what stays the same is not worked out, or painted, again. Otherwise
 * what the place shows at most, which was perhaps asked for ahead.
 */
function useAsked(atMost: () => Range, span: VisibleSpan | null): Range {
  const [asked, setAsked] = useState(atMost);
  if (span === null || holds(asked, span)) return asked;
  const place = atMost();
  const next = holds(place, span) ? place : { from: span.from, to: span.to };
  setAsked(next);
  return next;
}

const holds = (range: Range, { from, to }: VisibleSpan) => range.from <= from && range.to >= to;
