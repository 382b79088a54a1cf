import { exceptionFields } from './event-writes.ts';
import type { Fields, StoredCalendar, StoredEvent, StoredUser } from './graph-store.ts';
import { type Occurrence, occurrenceId, occurrencesIn, recurrenceOf, zonedTime } from './occurrences.ts';
import type { GraphSettings } from './settings.ts';
import { windowsName } from './zone-names.ts';

export interface Showing {
  readonly user: StoredUser;
  readonly calendar: StoredCalendar;
  readonly settings: GraphSettings;
}

export function etagOf(version: number, id: string): string {
  return `W/"${Buffer.from(`${id}:${version}`).toString('base64url')}"`;
}

/** An event whole; of a series, its master. */
export function eventAnswer(showing: Showing, event: StoredEvent): Fields {
  const type = recurrenceOf(event.fields) ? 'seriesMaster' : 'singleInstance';
  return {
    '@odata.etag': etagOf(event.version, event.id),
    id: event.id,
    changeKey: etagOf(event.version, event.id),
    type,
    seriesMasterId: null,
    originalStart: null,
    iCalUId: event.iCalUId,
    createdDateTime: event.createdAt.toString(),
    lastModifiedDateTime: event.modifiedAt.toString(),
    transactionId: event.transactionId,
    ...shown(showing, event.fields),
  };
}

/** What a GET of a master adds, where it is asked for. */
export function seriesParts(showing: Showing, event: StoredEvent): Fields {
  const opaque = showing.settings.cancelledIds === 'opaque';
  const zone = zonedTime(event.fields['start']).timeZoneId;
  return {
    exceptionOccurrences: [...event.exceptions.keys()].map((original) =>
      exceptionAnswer(showing, event, original),
    ),
    cancelledOccurrences: [...event.cancelled.keys()].map((original) => {
      const date = Temporal.Instant.from(original).toZonedDateTimeISO(zone).toPlainDate().toString();
      return opaque ? Buffer.from(`${event.id}/${date}`).toString('base64') : `OID.${event.id}.${date}`;
    }),
  };
}

export function extendedAnswer(event: StoredEvent, wanted: readonly string[]): Fields {
  const found = wanted.flatMap((id) => {
    const value = event.extended.get(id);
    return value === undefined ? [] : [{ id, value }];
  });
  return found.length === 0 ? {} : { singleValueExtendedProperties: found };
}

export function exceptionAnswer(showing: Showing, event: StoredEvent, original: string): Fields {
  const exception = event.exceptions.get(original);
  if (!exception) throw new Error(`${event.id} has no exception at ${original}`);
  return {
    '@odata.etag': etagOf(exception.version + 1_000 * event.version, exception.id),
    id: exception.id,
    type: 'exception',
    seriesMasterId: event.id,
    originalStart: original,
    iCalUId: `${event.iCalUId}-${original}`,
    createdDateTime: event.createdAt.toString(),
    lastModifiedDateTime: event.modifiedAt.toString(),
    ...shown(showing, exceptionFields(event, exception)),
  };
}

/** An instance: whole, or as little of it as a delta tells. */
export function instanceAnswer(showing: Showing, event: StoredEvent, one: Occurrence, stub: boolean): Fields {
  if (one.exception) return exceptionAnswer(showing, event, one.original);
  const id = occurrenceId(event.id, one.original);
  const times = { start: inUtc(one.start, event), end: inUtc(one.end, event) };
  const whole = stub
    ? {}
    : { ...shown(showing, event.fields), recurrence: null, originalStart: one.original };
  return {
    '@odata.etag': etagOf(event.version, id),
    id,
    seriesMasterId: event.id,
    type: 'occurrence',
    ...whole,
    ...times,
  };
}

/** What a view of the calendar holds: instances and single events, no masters. */
export function viewAnswers(
  showing: Showing,
  event: StoredEvent,
  stretch: Parameters<typeof occurrencesIn>[1],
): readonly Fields[] {
  const there = occurrencesIn(event, stretch);
  if (!recurrenceOf(event.fields)) return there.length === 0 ? [] : [eventAnswer(showing, event)];
  return there.map((one) => instanceAnswer(showing, event, one, false));
}

function shown({ user }: Showing, fields: Fields): Fields {
  const zone = zonedTime(fields['start']).timeZoneId;
  const me = { emailAddress: { name: user.displayName, address: user.mail } };
  return {
    ...fields,
    start: timeAnswer(fields['start'], fields['isAllDay'] === true),
    end: timeAnswer(fields['end'], fields['isAllDay'] === true),
    originalStartTimeZone: zone === 'UTC' ? 'UTC' : windowsName(zone),
    originalEndTimeZone: zone === 'UTC' ? 'UTC' : windowsName(zone),
    recurrence: recurrenceAnswer(fields),
    organizer: fields['organizer'] ?? me,
    isOrganizer: fields['organizer'] === undefined,
    isCancelled: fields['isCancelled'] === true,
    isOnlineMeeting: fields['onlineMeeting'] !== undefined,
    onlineMeeting: fields['onlineMeeting'] ?? null,
    responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
  };
}

/** Fields that a type does not use are filled with placeholders. */
function recurrenceAnswer(fields: Fields): Fields | null {
  const recurrence = recurrenceOf(fields);
  if (!recurrence) return null;
  const { pattern, range } = recurrence;
  const zone = zonedTime(fields['start']).timeZoneId;
  return {
    pattern: { month: 0, dayOfMonth: 0, firstDayOfWeek: 'sunday', index: 'first', ...pattern },
    range: {
      endDate: '0001-01-01',
      numberOfOccurrences: 0,
      ...range,
      recurrenceTimeZone: windowsName(range.recurrenceTimeZone ?? zone),
    },
  };
}

function timeAnswer(value: unknown, allDay: boolean): Fields {
  const at = zonedTime(value);
  if (allDay) return { dateTime: `${at.toPlainDate().toString()}T00:00:00.0000000`, timeZone: 'UTC' };
  return instantAnswer(at.toInstant());
}

function inUtc(at: Temporal.Instant, event: StoredEvent): Fields {
  if (event.fields['isAllDay'] !== true) return instantAnswer(at);
  const zone = zonedTime(event.fields['start']).timeZoneId;
  return {
    dateTime: `${at.toZonedDateTimeISO(zone).toPlainDate().toString()}T00:00:00.0000000`,
    timeZone: 'UTC',
  };
}

function instantAnswer(at: Temporal.Instant): Fields {
  const wall = at.toZonedDateTimeISO('UTC').toPlainDateTime();
  return { dateTime: wall.toString({ fractionalSecondDigits: 7 }), timeZone: 'UTC' };
}
