import { useMemo } from 'react';
import { useCalendars } from '../../calendars/use-calendars.ts';
import { useShared } from '../../ui/use-shared.ts';
import type { CalendarLook } from './calendar-events.ts';

/** By id; the same map as long as no calendar looks otherwise, whatever becomes of their synchronisation. */
export function useLooks(): ReadonlyMap<string, CalendarLook> {
  const { calendars } = useCalendars();
  const looks = useShared(calendars?.map(({ id, name, color }) => ({ id, name, color })));
  return useMemo(() => new Map(looks?.map((look) => [look.id, look])), [looks]);
}
