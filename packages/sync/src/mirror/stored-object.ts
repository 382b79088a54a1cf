import type { ReadResult } from '@atelier/calendar/occurrence';
import { readObject } from '@atelier/calendar/read/read-object';
import type { CalendarPlace } from '@atelier/database/calendar/calendar-place';
import type { StoredObject } from '@atelier/database/object/object-store';
import { horizonAt } from './horizon.ts';
import { readContext } from './read-context.ts';

export interface ObjectText {
  readonly id: string;
  readonly href: string;
  readonly etag: string | null;
  readonly source: string;
}

/** An object with what was read from its text; poison is kept with its reason (S10). */
export function storedObject({ id, href, etag, source }: ObjectText, result: ReadResult): StoredObject {
  if (!result.ok) return quarantinedObject({ id, href, etag, source }, result.reason);
  const { uid, sequence, components, flags, recurring, firstStart, lastEnd, occurrences } = result.object;
  const read = { uid, sequence, components, flags, recurring, firstStart, lastEnd, occurrences };
  return { id, href, etag, source, ...read, quarantined: null };
}

export function quarantinedObject(text: ObjectText, reason: string): StoredObject {
  const nothing = {
    components: [],
    flags: [],
    recurring: false,
    firstStart: null,
    lastEnd: null,
    occurrences: [],
  };
  return { ...text, uid: '', sequence: 0, ...nothing, quarantined: reason };
}

/** Reads one text as it will stand in this calendar. */
export function readForCalendar(place: CalendarPlace, text: ObjectText, now: Date): StoredObject {
  const horizon =
    place.horizonFrom && place.horizonTo ? { from: place.horizonFrom, to: place.horizonTo } : horizonAt(now);
  return storedObject(text, readObject(text.source, readContext(place, horizon)));
}
