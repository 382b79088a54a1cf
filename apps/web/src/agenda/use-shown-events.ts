import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useWatching } from '../live/use-watching.ts';
import type { Hidden } from './calendars/use-hidden-calendars.ts';
import { useEventEdits } from './edit/event-edits.ts';
import { mergeTwins } from './grid/merge-twins.ts';
import type { VisibleSpan } from './visible-span.ts';

/**
 * Events of what is in sight, and perhaps of more: a week of a month that was shown needs no question. The last ones stay
 * until the new ones are there. @param eventId of the one that is open */
export function useShownEvents(span: VisibleSpan | null, eventId: string | null, hidden: Hidden) {
  const { calendars } = useCalendars();
  useWatching(calendars?.filter(({ id, enabled }) => enabled && !hidden.has(id)).map(({ id }) => id));
  const { data, error, isPlaceholderData, isPending } = trpc.agenda.events.useQuery(useAsked(span), {
    placeholderData: keepPreviousData,
  });
  const { shown, lockedBy } = useEventEdits();
  const merged = useMemo(() => {
    const visible = shown(data ?? []).filter(({ calendarId }) => !hidden.has(calendarId));
    const twins = mergeTwins(visible, (event) => lockedBy(event) === null);
    const others = new Map(twins.map(({ event, alsoIn }) => [event.id, alsoIn]));
    return { events: twins.map(({ event }) => event), alsoIn: (id: string) => others.get(id) ?? [] };
  }, [data, hidden, shown, lockedBy]);
  const opened = eventId === null ? undefined : data?.find(({ id }) => id === eventId);
  return { ...merged, opened: opened ?? null, error, loading: isPlaceholderData || isPending };
}

type Range = Pick<VisibleSpan, 'from' | 'to'>;

/** The same as before where that holds what is in sight: what stays the same is not worked out, or painted, again. */
function useAsked(span: VisibleSpan | null): Range | typeof skipToken {
  const [asked, setAsked] = useState<Range | null>(null);
  if (span === null) return asked ?? skipToken;
  if (asked && asked.from <= span.from && asked.to >= span.to) return asked;
  const next = { from: span.from, to: span.to };
  setAsked(next);
  return next;
}
