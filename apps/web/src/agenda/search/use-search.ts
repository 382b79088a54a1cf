import { readDate } from '@atelier/quick-add/read-date';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { Temporal } from 'temporal-polyfill';
import { trpc } from '../../api/trpc.ts';
import { useCalendars } from '../../calendars/use-calendars.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useNow } from '../../time/use-now.ts';
import { instantAt, wallClock } from '../../time/zone.ts';
import { isDayFirst } from '../quick/day-first.ts';
import { readSearch } from './read-search.ts';

/** So many of those to come, and so many of those that are over. */
const LIMIT = 40;

/** What a text finds in all calendars that the person sees. @param zone in which days begin, an IANA name */
export function useSearch(typed: string, zone: string) {
  const text = useDeferredValue(typed);
  const { language, formats } = useReader();
  const { calendars } = useCalendars();
  const now = useNow(60_000);
  const read = useMemo(() => {
    const question = { language, now: wallClock(now, zone), dayFirst: isDayFirst(formats.locale) };
    return readSearch(text, { calendars: calendars ?? [], dayOf: (day) => readDate(day, question) });
  }, [text, calendars, language, formats.locale, now, zone]);
  const { words, places, people, calendarIds, from, to } = read;
  const marks = useMemo(() => [...words, ...places, ...people], [words, places, people]);
  const asked = {
    words: [...words],
    places: [...places],
    people: [...people],
    ...(calendarIds && { calendarIds: [...calendarIds] }),
    ...(from !== null && { from: instantAt(Temporal.PlainDate.from(from), 0, zone) }),
    ...(to !== null && { to: instantAt(Temporal.PlainDate.from(to), 0, zone) }),
    limit: LIMIT,
  };
  const { data, error, isFetching } = trpc.agenda.search.useQuery(marks.length === 0 ? skipToken : asked, {
    placeholderData: keepPreviousData,
  });
  const found = marks.length === 0 ? undefined : data;
  return {
    events: found?.events ?? [],
    more: found?.more ?? false,
    known: found !== undefined,
    error,
    isFetching,
    marks,
  };
}
