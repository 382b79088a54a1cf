import type { GoogleSettings } from './google-settings.ts';
import {
  etagOf,
  exceptionsOf,
  type Fields,
  GoogleError,
  type GoogleStore,
  isCancelled,
  objectIn,
  type StoredCalendar,
  type StoredEvent,
  type StoredUser,
  store,
  textIn,
} from './google-store.ts';
import { eventNamed, linesOf, readTime, shown } from './instances.ts';

export interface WriteContext {
  readonly store: GoogleStore;
  readonly settings: GoogleSettings;
  readonly user: StoredUser;
  readonly calendar: StoredCalendar;
  readonly ifMatch: string | undefined;
}

/** `events.insert`. */
export function insertEvent(context: WriteContext, body: Fields): Fields {
  const { calendar, settings } = context;
  requireWriter(calendar);
  const id = textIn(body, 'id') ?? newId(context);
  if (!/^[a-v0-9]{5,1024}$/.test(id)) throw new GoogleError(400, 'invalid', 'Invalid resource id value.');
  if (textIn(body, 'id') !== null && textIn(body, 'iCalUID') !== null)
    throw new GoogleError(400, 'invalid', 'Only one of id and iCalUID may be given.');
  const before = calendar.events.get(id);
  if (before && !(isCancelled(before) && settings.deletedIds === 'free'))
    throw new GoogleError(409, 'duplicate', 'The requested identifier already exists.');
  return shown(calendar, store(calendar, id, fresh(context, id, body), context.store.now()));
}

/** What every event has, whoever makes it. */
export function fresh(
  { store: { now }, user, calendar }: Omit<WriteContext, 'ifMatch' | 'settings'>,
  id: string,
  body: Fields,
): Fields {
  const { id: _, ...given } = body;
  const person = { email: user.mail, self: true };
  const fields = {
    status: 'confirmed',
    htmlLink: `https://www.google.com/calendar/event?eid=${id}`,
    created: now().toString(),
    creator: person,
    organizer: person,
    iCalUID: `${id}@google.com`,
    sequence: 0,
    reminders: { useDefault: true },
    eventType: 'default',
    ...given,
  };
  checkTimes(calendar, fields);
  return fields;
}

/** `events.patch`: named fields only; objects are merged, lists replaced, null takes away. */
export function patchEvent(context: WriteContext, id: string, body: Fields): Fields {
  const { calendar, settings } = context;
  const event = found(context, id, body);
  requireWriter(calendar);
  requireVersion(context, event);
  const type = textIn(event.fields, 'eventType');
  if (type !== 'default' && type !== null)
    throw new GoogleError(400, 'eventTypeRestriction', 'This type of event cannot be changed so.');
  if (
    objectIn(event.fields, 'organizer')?.['self'] !== true &&
    Object.keys(body).some((name) => !OWN.has(name))
  )
    throw new GoogleError(
      403,
      'forbiddenForNonOrganizer',
      'Shared properties can only be changed by the organizer.',
    );
  const fields = merged(event.fields, body);
  checkTimes(calendar, fields);
  const moved = isMoved(event.fields, fields);
  const changed = store(
    calendar,
    event.id,
    moved ? { ...fields, sequence: Number(event.fields['sequence'] ?? 0) + 1 } : fields,
    context.store.now(),
  );
  if (moved && settings.exceptionsOnMove === 'dropped') dropExceptions(calendar, event.id);
  touchMaster(context, changed);
  return shown(calendar, changed);
}

/** What a guest may change of an event. */
const OWN: ReadonlySet<string> = new Set(['colorId', 'reminders', 'extendedProperties', 'transparency']);

/** `events.delete`; of an instance: its cancellation. */
export function deleteEvent(context: WriteContext, id: string): null {
  const { calendar } = context;
  requireWriter(calendar);
  const event = eventNamed(calendar, id);
  if (!event) throw notFound();
  if (isCancelled(event)) throw new GoogleError(410, 'deleted', 'Resource has been deleted.');
  requireVersion(context, event);
  touchMaster(context, cancel(context, calendar, event));
  return null;
}

function cancel(
  { store: { now } }: Pick<WriteContext, 'store'>,
  calendar: StoredCalendar,
  event: StoredEvent,
): StoredEvent {
  const row = store(calendar, event.id, { ...event.fields, status: 'cancelled' }, now());
  for (const exception of exceptionsOf(calendar, event.id))
    store(calendar, exception.id, { ...exception.fields, status: 'cancelled' }, now());
  return row;
}

/** `events.move`: the same id in another calendar of the account. */
export function moveEvent(
  context: WriteContext,
  id: string,
  destination: StoredCalendar | undefined,
): Fields {
  const { calendar } = context;
  const event = found(context, id, {});
  if (!destination) throw notFound();
  requireWriter(calendar);
  requireWriter(destination);
  if (objectIn(event.fields, 'organizer')?.['self'] !== true)
    throw new GoogleError(403, 'forbiddenForNonOrganizer', 'Only the organizer can move an event.');
  const rows = [event, ...exceptionsOf(calendar, id)];
  const moved = rows.map((row) => store(destination, row.id, row.fields, context.store.now()));
  cancel(context, calendar, event);
  return shown(destination, moved[0] ?? event);
}

function found({ calendar }: WriteContext, id: string, body: Fields): StoredEvent {
  const event = eventNamed(calendar, id);
  if (!event) throw notFound();
  if (isCancelled(event) && body['status'] !== 'confirmed')
    throw new GoogleError(404, 'notFound', 'Not Found');
  return event;
}

export const notFound = (): GoogleError => new GoogleError(404, 'notFound', 'Not Found');

function requireWriter({ entry }: StoredCalendar): void {
  if (entry['accessRole'] !== 'owner' && entry['accessRole'] !== 'writer')
    throw new GoogleError(403, 'requiredAccessLevel', 'You need to have writer access to this calendar.');
}

function requireVersion({ ifMatch }: WriteContext, event: StoredEvent): void {
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== etagOf(event))
    throw new GoogleError(412, 'conditionNotMet', 'Precondition Failed');
}

function merged(into: Fields, body: Fields): Fields {
  const result: Record<string, unknown> = { ...into };
  for (const [name, value] of Object.entries(body)) {
    const [before, given] = [objectIn(into, name), objectIn(body, name)];
    if (value === null) delete result[name];
    else result[name] = given ? merged(before ?? {}, given) : value;
  }
  return result;
}

function checkTimes(calendar: StoredCalendar, fields: Fields): void {
  const [start, end] = [
    readTime(calendar, objectIn(fields, 'start')),
    readTime(calendar, objectIn(fields, 'end')),
  ];
  if (start.kind !== end.kind) throw new GoogleError(400, 'invalid', 'Start and end are of different kinds.');
  const isEmpty =
    start.kind === 'date'
      ? end.kind === 'date' && Temporal.PlainDate.compare(start.date, end.date) >= 0
      : end.kind === 'at' && Temporal.Instant.compare(start.at.toInstant(), end.at.toInstant()) >= 0;
  if (isEmpty) throw new GoogleError(400, 'timeRangeEmpty', 'The specified time range is empty.');
  const recurs = Array.isArray(fields['recurrence']) && fields['recurrence'].length > 0;
  if (recurs && start.kind === 'at' && textIn(objectIn(fields, 'start'), 'timeZone') === null)
    throw new GoogleError(400, 'required', 'Missing time zone definition for start time.');
  const wrong =
    recurs &&
    linesOf({ id: '', sequence: 0, fields }).find((line) => !/^(RRULE|RDATE|EXDATE|EXRULE)[:;]/.test(line));
  if (wrong) throw new GoogleError(400, 'invalid', 'Invalid recurrence rule.');
}

function isMoved(before: Fields, after: Fields): boolean {
  const said = (fields: Fields): string =>
    JSON.stringify([fields['start'], fields['end'], fields['recurrence']]);
  return said(before) !== said(after);
}

function dropExceptions(calendar: StoredCalendar, masterId: string): void {
  for (const { id } of exceptionsOf(calendar, masterId)) calendar.events.delete(id);
}

function touchMaster({ calendar, settings, store: { now } }: WriteContext, row: StoredEvent): void {
  const master = calendar.events.get(textIn(row.fields, 'recurringEventId') ?? '');
  if (master && settings.masterFollows) store(calendar, master.id, master.fields, now());
}

function newId({ calendar }: WriteContext): string {
  return `made${String(calendar.sequence).padStart(6, '0')}`;
}
