/** Calendars that somebody looks at together, under a name of their own. */
export interface CalendarSet {
  readonly name: string;
  readonly calendarIds: readonly string[];
}

const MOST = 20;
const LONGEST_NAME = 60;

/** What this browser has stored; nothing where that cannot be read. */
export function readSets(stored: string | null): readonly CalendarSet[] {
  try {
    const sets: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(sets) && sets.length <= MOST && sets.every(isSet) ? sets : [];
  } catch {
    return [];
  }
}

function isSet(one: unknown): one is CalendarSet {
  if (typeof one !== 'object' || one === null) return false;
  const { name, calendarIds: ids } = one as Readonly<Record<keyof CalendarSet, unknown>>;
  const isNamed = typeof name === 'string' && name.length > 0 && name.length <= LONGEST_NAME;
  return isNamed && Array.isArray(ids) && ids.every((id) => typeof id === 'string');
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
