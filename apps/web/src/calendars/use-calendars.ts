import { useMemo } from 'react';
import type { Calendar } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { toldApart } from './colour.ts';

/** Every calendar that this person may see, by id too; undefined until the server has answered. */
export function useCalendars() {
  const asked = trpc.calendars.list.useQuery();
  const { data, error } = asked;
  const calendars = useMemo(() => data && toldApart(data), [data]);
  const byId = useMemo(
    () => new Map<string, Calendar>(calendars?.map((calendar) => [calendar.id, calendar])),
    [calendars],
  );
  return { calendars, byId, error, asked };
}
