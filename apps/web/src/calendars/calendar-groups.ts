import type { Calendar } from '../api/answers.ts';

export interface CalendarGroup {
  /** The connection, or null for Atelier's own calendars. */
  readonly connectionId: string | null;
  readonly name: string | null;
  readonly calendars: readonly Calendar[];
}

/** By account, in the order of the list: synced ones first, Atelier's own last. */
export function calendarGroups(calendars: readonly Calendar[]): readonly CalendarGroup[] {
  const groups = Map.groupBy(calendars, ({ connectionId }) => connectionId);
  return [...groups]
    .map(([connectionId, members]) => ({
      connectionId,
      name: members[0]?.connectionName ?? null,
      calendars: members,
    }))
    .sort((a, b) => Number(a.connectionId === null) - Number(b.connectionId === null));
}
