import type { EventFields, EventPatch, EventTime } from '@atelier/calendar/edit/text/event-fields';
import type { EpochMs } from '@atelier/calendar/occurrence';
import { ianaZone } from '@atelier/calendar/zone/iana-zone';
import type { CalendarEntry } from './calendar-entry.ts';
import { REQUEST_PREFIX, withoutMark } from './request-mark.ts';

/** For `createEvent`. Times are said in the artist's IANA zone; throws RangeError for another. */
export function entryFields(entry: CalendarEntry, zone: string): EventFields {
  return {
    summary: entry.title,
    description: entry.description,
    ...entryTimes(entry, zone),
    location: null,
    url: null,
    rrule: null,
    // No STATUS: some calendars let TENTATIVE events stay free, and a request takes its time.
    status: null,
    transparent: false,
    classification: 'public',
  };
}

/** The three versions that decide what of an event is to be rewritten. */
export interface EntryVersions {
  readonly wanted: CalendarEntry;
  /** What both sides last agreed on: what was last written, or what of the calendar's was taken over since. */
  readonly written: CalendarEntry;
  /** What the calendar has now. */
  readonly current: CalendarEntry;
}

/**
 * For `editEvent`: what must change for the calendar to say what is wanted; empty when it does. A title or description
 * that the artist has put in their own words stays theirs, apart from the prefix. Throws as `entryFields` does.
 */
export function entryPatch({ wanted, written, current }: EntryVersions, zone: string): EventPatch {
  const title = current.title === written.title ? wanted.title : ownTitle(current.title, wanted.title);
  const kept = current.description !== written.description;
  const description = kept ? current.description : wanted.description;
  const moved = current.start !== wanted.start || current.end !== wanted.end;
  return {
    ...(title === current.title ? {} : { summary: title }),
    ...(description === current.description ? {} : { description }),
    ...(moved ? entryTimes(wanted, zone) : {}),
  };
}

/** Their words; the prefix is only ever taken away, when the booking is confirmed elsewhere. */
function ownTitle(theirs: string, wanted: string): string {
  return wanted.startsWith(REQUEST_PREFIX) ? theirs : withoutMark(theirs);
}

function entryTimes({ start, end }: CalendarEntry, name: string): { start: EventTime; end: EventTime } {
  const zone = ianaZone(name);
  // A local time that comes twice means the first (RFC 5545, 3.3.5); the second can only be said in UTC.
  const sayable = [start, end].every((at) => zone.toUtc(zone.toWall(at)) === at);
  const said = (at: EpochMs) =>
    sayable ? { local: text(zone.toWall(at)), zone: name } : { local: text(at), zone: 'UTC' };
  return { start: said(start), end: said(end) };
}

function text(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19);
}
