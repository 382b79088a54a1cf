/** What people change together, in the order in which a difference is shown. */
export type FieldGroup = 'time' | 'title' | 'place' | 'description' | 'people' | 'status' | 'rest';

const ORDER: readonly FieldGroup[] = ['time', 'title', 'place', 'description', 'people', 'status', 'rest'];

/** Where a property belongs: lines with the same key are changed and decided as one. */
export interface FieldPlace {
  readonly key: string;
  readonly group: FieldGroup;
}

/** Kept by programs for programs (RFC 5545, 3.8.7): they never make a difference. The empty name is no property. */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  '',
  'UID',
  'DTSTAMP',
  'LAST-MODIFIED',
  'CREATED',
  'SEQUENCE',
]);

const PLACES: ReadonlyMap<string, FieldPlace> = new Map(
  Object.entries({
    time: ['DTSTART', 'DTEND', 'DURATION', 'RRULE', 'EXRULE', 'RECURRENCE-ID'],
    title: ['SUMMARY'],
    place: ['LOCATION', 'GEO', 'X-APPLE-STRUCTURED-LOCATION', 'X-MICROSOFT-LOCATIONS'],
    description: ['DESCRIPTION', 'X-ALT-DESC'],
    status: ['STATUS', 'TRANSP', 'CLASS'],
  } satisfies Partial<Record<FieldGroup, string[]>>).flatMap(([group, names]) =>
    names.map((name) => [name, { key: group, group: group as FieldGroup }] as const),
  ),
);

/** In these groups each property is decided by itself: dates as sets, people by their address. */
const APART: ReadonlyMap<string, FieldGroup> = new Map([
  ['EXDATE', 'time'],
  ['RDATE', 'time'],
  ['URL', 'description'],
  ['ORGANIZER', 'people'],
  ['ATTENDEE', 'people'],
]);

/** Null for bookkeeping. `name` is a property's, or that of a component within an event. */
export function placeOf(name: string): FieldPlace | null {
  if (BOOKKEEPING.has(name)) return null;
  const place = PLACES.get(name);
  if (place) return place;
  // Outlook's own words for free and busy, and for how important an event is.
  if (name.startsWith('X-MICROSOFT-CDO-')) return { key: 'status', group: 'status' };
  return { key: name, group: APART.get(name) ?? 'rest' };
}

export function inGroupOrder(groups: Iterable<FieldGroup>): FieldGroup[] {
  const found = new Set(groups);
  return ORDER.filter((group) => found.has(group));
}
