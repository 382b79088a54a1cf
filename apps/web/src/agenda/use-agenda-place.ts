import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useMedia } from '../ui/use-media.ts';
import { type AgendaSearch, PHONE, usualView, type View } from './agenda-search.ts';
import { stepDate } from './step-date.ts';

/** Where in the agenda the person is; it lives in the address. */
export interface AgendaPlace {
  readonly view: View;
  readonly date: Temporal.PlainDate;
  readonly event: string | null;
  /** What is to be begun, until somebody has. */
  readonly begin: AgendaSearch['begin'];
  readonly show: (next: AgendaSearch) => void;
  readonly step: (direction: 1 | -1) => void;
  readonly toToday: () => void;
}

export function useAgendaPlace(zone: string): AgendaPlace {
  const search = useSearch({ from: '/app/agenda' });
  const navigate = useNavigate({ from: '/agenda' });
  const phone = useMedia(PHONE);
  const view = search.view ?? usualView(phone);
  const today = Temporal.Now.plainDateISO(zone).toString();
  const day = search.date ?? today;
  const date = useMemo(() => Temporal.PlainDate.from(day), [day]);
  const show = useCallback(
    (next: AgendaSearch) =>
      void navigate({ search: (before) => ({ ...before, event: undefined, begin: undefined, ...next }) }),
    [navigate],
  );
  return useMemo(
    () => ({
      view,
      date,
      event: search.event ?? null,
      begin: search.begin,
      show,
      step: (direction) => show({ view, date: stepDate(date, view, direction).toString() }),
      toToday: () => show({ date: today }),
    }),
    [view, date, search.event, search.begin, show, today],
  );
}
