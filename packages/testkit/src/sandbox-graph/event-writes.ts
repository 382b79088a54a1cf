import {
  type Fields,
  GraphError,
  type GraphStore,
  invalid,
  notFound,
  type StoredCalendar,
  type StoredEvent,
  type StoredException,
} from './graph-store.ts';
import { occurrenceId, occurrencesIn, originalOf, recurrenceOf, startsOf, zonedTime } from './occurrences.ts';
import type { GraphSettings } from './settings.ts';

const DEFAULTS: Fields = {
  subject: '',
  body: { contentType: 'text', content: '' },
  location: { displayName: '' },
  isAllDay: false,
  showAs: 'busy',
  sensitivity: 'normal',
  importance: 'normal',
  categories: [],
  isReminderOn: false,
  reminderMinutesBeforeStart: 15,
  recurrence: null,
  attendees: [],
};
const WRITABLE: ReadonlySet<string> = new Set([...Object.keys(DEFAULTS), 'start', 'end', 'isOnlineMeeting']);
const APART: ReadonlySet<string> = new Set(['transactionId', 'singleValueExtendedProperties']);

export interface Writing {
  readonly store: GraphStore;
  readonly settings: GraphSettings;
}

/** One of its two names: an event, or an instance of a series. */
export interface Found {
  readonly event: StoredEvent;
  /** Of an instance: its original start. */
  readonly original: string | null;
}

export function findEvent(calendar: StoredCalendar, id: string): Found {
  if (!id.startsWith('AAMk')) throw invalid('Id is malformed.', 'ErrorInvalidIdMalformed');
  const instance = originalOf(id);
  const event = calendar.events.get(instance?.masterId ?? id);
  if (!event) throw notFound();
  if (instance === null) return { event, original: null };
  const at = Temporal.Instant.from(instance.original);
  const there =
    recurrenceOf(event.fields) !== null &&
    !event.cancelled.has(instance.original) &&
    startsOf(event.fields, at).some((start) => start.equals(at));
  if (!there) throw notFound();
  return { event, original: instance.original };
}

export function createEvent(
  { store, settings }: Writing,
  calendar: StoredCalendar,
  body: Fields,
): StoredEvent {
  const transactionId = (body['transactionId'] as string | undefined) ?? null;
  const same = [...calendar.events.values()].find(
    (event) => transactionId !== null && event.transactionId === transactionId,
  );
  if (same) {
    const more = settings.duplicateNamesEvent ? { '@event.existingEventId': same.id } : {};
    throw new GraphError(
      settings.duplicateStatus,
      'ErrorDuplicateTransactionId',
      'Your request uses a transaction id that was used before.',
      more,
    );
  }
  const fields = checked({ ...DEFAULTS, ...own(body) }, settings);
  const at = store.now();
  calendar.history += 1;
  const id = `AAMk${store.newId().replaceAll('-', '')}`;
  const event: StoredEvent = {
    id,
    iCalUId: `040000008200E00074C5B7101A82E008${store.newId().replaceAll('-', '').toUpperCase()}`,
    createdAt: at,
    modifiedAt: at,
    transactionId,
    fields,
    extended: extendedIn(body),
    version: 1,
    changedAt: calendar.history,
    ownChangedAt: calendar.history,
    exceptions: new Map(),
    cancelled: new Map(),
  };
  calendar.events.set(id, event);
  calendar.told('created', id);
  return event;
}

/** A new start or rule of a series takes its changed and cancelled instances away. */
export function patchEvent(
  { store, settings }: Writing,
  calendar: StoredCalendar,
  { event, original }: Found,
  body: Fields,
): void {
  calendar.history += 1;
  calendar.told('updated', event.id);
  if (original !== null) {
    const exception = exceptionAt(event, original);
    if ('recurrence' in body) throw invalid('An occurrence has no recurrence.');
    const shown = checked({ ...exceptionFields(event, exception), ...own(body) }, settings);
    checkNeighbours(event, original, shown);
    event.exceptions.set(original, exception);
    const changed = Object.keys(own(body)).map((name) => [name, shown[name]]);
    exception.fields = { ...exception.fields, ...Object.fromEntries(changed) };
    exception.version += 1;
    exception.changedAt = calendar.history;
    if (settings.masterFollows) touch(store, calendar, event);
    return;
  }
  const before = JSON.stringify([event.fields['start'], event.fields['recurrence']]);
  event.fields = checked({ ...event.fields, ...own(body) }, settings);
  for (const [id, value] of extendedIn(body)) event.extended.set(id, value);
  if (JSON.stringify([event.fields['start'], event.fields['recurrence']]) !== before) {
    event.exceptions.clear();
    event.cancelled.clear();
  }
  event.ownChangedAt = calendar.history;
  touch(store, calendar, event);
}

/** What an exception shows: its own, and the master's in all that was not changed. */
export function exceptionFields(event: StoredEvent, exception: StoredException): Fields {
  return { ...event.fields, recurrence: null, ...exception.fields };
}

export function removeEvent(
  { store, settings }: Writing,
  calendar: StoredCalendar,
  { event, original }: Found,
): void {
  calendar.history += 1;
  calendar.told('deleted', event.id);
  if (original === null) {
    calendar.events.delete(event.id);
    calendar.removed.push({ id: event.id, at: calendar.history });
    return;
  }
  event.exceptions.delete(original);
  event.cancelled.set(original, calendar.history);
  if (settings.masterFollows) touch(store, calendar, event);
}

function touch(store: GraphStore, calendar: StoredCalendar, event: StoredEvent): void {
  event.version += 1;
  event.changedAt = calendar.history;
  event.modifiedAt = store.now();
}

function exceptionAt(event: StoredEvent, original: string): StoredException {
  const known = event.exceptions.get(original);
  if (known) return known;
  const zone = zonedTime(event.fields['start']).timeZoneId;
  const length = zonedTime(event.fields['start']).until(zonedTime(event.fields['end']));
  const start = Temporal.Instant.from(original).toZonedDateTimeISO(zone);
  const said = (at: Temporal.ZonedDateTime) => ({
    dateTime: at.toPlainDateTime().toString({ smallestUnit: 'second' }),
    timeZone: zone,
  });
  const fields = { start: said(start), end: said(start.add(length)) };
  return { id: occurrenceId(event.id, original), fields, version: 0, changedAt: 0 };
}

/** An instance stays between its neighbours, on a day that is not theirs. */
function checkNeighbours(event: StoredEvent, original: string, fields: Fields): void {
  const zone = zonedTime(event.fields['start']).timeZoneId;
  const dayOf = (at: Temporal.Instant): string => at.toZonedDateTimeISO(zone).toPlainDate().toString();
  const day = dayOf(zonedTime(fields['start']).toInstant());
  const at = Temporal.Instant.from(original);
  const around = { from: at.subtract({ hours: 24 * 400 }), to: at.add({ hours: 24 * 400 }) };
  const others = occurrencesIn(event, around).filter((one) => one.original !== original);
  const crossed = others.some((one) => {
    const [before, after] = [
      Temporal.Instant.compare(Temporal.Instant.from(one.original), at) < 0,
      dayOf(one.start),
    ];
    return before ? day <= after : day >= after;
  });
  if (crossed) throw invalid('The occurrence would cross another.', 'ErrorOccurrenceCrossingBoundary');
}

function own(body: Fields): Fields {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !APART.has(name)));
}

function extendedIn(body: Fields): Map<string, string> {
  const properties = (body['singleValueExtendedProperties'] ?? []) as { id: string; value: string }[];
  return new Map(properties.map(({ id, value }) => [id, value]));
}

function checked(fields: Fields, settings: GraphSettings): Fields {
  const unknown = Object.keys(fields).find((name) => !WRITABLE.has(name));
  if (unknown !== undefined) throw invalid(`No such property: ${unknown}`, 'RequestBodyRead');
  const [start, end] = [zonedTime(fields['start']), zonedTime(fields['end'])];
  if (Temporal.ZonedDateTime.compare(start, end) > 0) throw invalid('The end is before the start.');
  if (fields['isAllDay'] === true) {
    const midnight = [start, end].every((at) => at.toPlainTime().equals('00:00'));
    if (!midnight || start.timeZoneId !== end.timeZoneId || start.equals(end))
      throw invalid('The Event.Start and Event.End of an all-day event must be midnight.');
  }
  const recurrence = recurrenceOf(fields);
  if (recurrence) {
    const [first] = startsOf(fields, start.add({ days: 1 }).toInstant());
    if (!first?.equals(start.toInstant())) throw invalid('The start is not the first occurrence.');
  }
  const body = fields['body'] as { contentType?: string; content?: string } | undefined;
  const wraps = settings.wrapsBodies && body?.contentType === 'text' && body.content;
  return wraps ? { ...fields, body: { contentType: 'html', content: wrapped(body.content ?? '') } } : fields;
}

function wrapped(text: string): string {
  const escaped = text.replace(
    /[&<>]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign,
  );
  return `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><div class="PlainText">${escaped.replaceAll('\n', '<br>\r\n')}</div></body></html>`;
}
