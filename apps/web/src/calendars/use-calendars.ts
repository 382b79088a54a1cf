import { useMemo } from 'react';
import type { Calendar } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';

/** Every calendar that this person may see, by id too; undefined until the server has answered. */
export function useCalendars() {
  const asked = trpc.calendars.list.useQuery();
  const { data, error } = asked;
  const byId = useMemo(
    () => new Map<string, Calendar>(data?.map((calendar) => [calendar.id, calendar])),
    [data],
  );
  return { calendars: data, byId, error, asked };
}
