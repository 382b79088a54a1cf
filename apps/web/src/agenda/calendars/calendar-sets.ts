import { z } from 'zod';

/** Calendars that somebody looks at together, under a name of their own. */
export interface CalendarSet {
  readonly name: string;
  readonly calendarIds: readonly string[];
}

const MOST = 20;
const sets = z
  .array(z.object({ name: z.string().min(1).max(60), calendarIds: z.array(z.string()) }))
  .max(MOST);

/** What this browser has stored; nothing where that cannot be read. */
export function readSets(stored: string | null): readonly CalendarSet[] {
  try {
    return sets.parse(JSON.parse(stored ?? '[]'));
  } catch {
    return [];
  }
}

/** With one more, or another content for the one of that name. */
export function withSet(all: readonly CalendarSet[], set: CalendarSet): readonly CalendarSet[] {
  return [...withoutSet(all, set.name), set].toSorted((a, b) => a.name.localeCompare(b.name)).slice(0, MOST);
}

export const withoutSet = (all: readonly CalendarSet[], name: string) =>
  all.filter((set) => set.name !== name);

/** Whether exactly the calendars of a set are shown. @param ids of all calendars there are */
export function isShown(set: CalendarSet, ids: readonly string[], hidden: (id: string) => boolean): boolean {
  return ids.length > 0 && ids.every((id) => hidden(id) !== set.calendarIds.includes(id));
}
