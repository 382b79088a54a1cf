import {
  etagOf,
  type Fields,
  GoogleError,
  isCancelled,
  objectIn,
  type StoredCalendar,
  type StoredEvent,
  textIn,
} from './google-store.ts';

/** The start or end of an event: a date, or an instant on the clock of a zone. */
export type EventTime =
  | { readonly kind: 'date'; readonly date: Temporal.PlainDate }
  | { readonly kind: 'at'; readonly at: Temporal.ZonedDateTime };

/** @throws GoogleError 400 for anything but exactly one of `date` and `dateTime`. */
export function readTime(calendar: StoredCalendar, fields: Fields | undefined): EventTime {
  const [date, dateTime] = [textIn(fields, 'date'), textIn(fields, 'dateTime')];
  if ((date === null) === (dateTime === null)) throw new GoogleError(400, 'invalid', 'Invalid start time.');
  try {
    if (date !== null) return { kind: 'date', date: Temporal.PlainDate.from(date) };
    const zone = textIn(fields, 'timeZone') ?? calendar.timeZone;
    const text = dateTime ?? '';
    const isPlain = !/(?:Z|[+-]\d\d:\d\d)$/.test(text);
    const at = isPlain
      ? Temporal.PlainDateTime.from(text).toZonedDateTime(zone)
      : Temporal.Instant.from(text).toZonedDateTimeISO(zone);
    return { kind: 'at', at };
  } catch {
    throw new GoogleError(400, 'invalid', 'Invalid time.');
  }
}

/** As answers say it: on the clock of the calendar, whatever zone the event has. */
export function shownTime(calendar: StoredCalendar, fields: Fields | undefined): Fields | undefined {
  if (fields === undefined || textIn(fields, 'dateTime') === null) return fields;
  const time = readTime(calendar, fields);
  if (time.kind === 'date') return fields;
  const { timeZoneId } = time.at;
  const shown = time.at.withTimeZone(calendar.timeZone);
  const text = shown.toString({ timeZoneName: 'never', fractionalSecondDigits: 0 });
  return { dateTime: text.replace(/[+]00:00$/, 'Z'), timeZone: timeZoneId };
}

/** `20261201T090000Z`, or `20261201` of a series of whole days. */
function suffixOf(time: EventTime): string {
  if (time.kind === 'date') return time.date.toString().replaceAll('-', '');
  return time.at.toInstant().toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}

/** More than any test makes of a series without an end. */
const MOST = 1_000;
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Original starts of a series, of the rules that tests use: daily and weekly ones, with RDATE and EXDATE. */
function starts(calendar: StoredCalendar, master: StoredEvent): readonly EventTime[] {
  const first = readTime(calendar, objectIn(master.fields, 'start'));
  const lines = linesOf(master);
  const rule = new Map(
    (lines.find((line) => line.startsWith('RRULE:')) ?? 'RRULE:FREQ=DAILY;COUNT=1')
      .slice('RRULE:'.length)
      .split(';')
      .map((part) => part.split('=') as [string, string]),
  );
  const dates = (name: string): readonly string[] =>
    lines.filter((line) => line.startsWith(name)).flatMap((line) => (line.split(':')[1] ?? '').split(','));
  const excluded = new Set(dates('EXDATE').map((text) => suffixOf(readStamp(text, first))));
  const all = [...recurring(first, rule), ...dates('RDATE').map((text) => readStamp(text, first))];
  return all.filter((time) => !excluded.has(suffixOf(time)));
}

function* recurring(first: EventTime, rule: ReadonlyMap<string, string>): Generator<EventTime> {
  const every = Number(rule.get('INTERVAL') ?? 1);
  const count = Number(rule.get('COUNT') ?? MOST);
  const until = rule.get('UNTIL');
  const last = until === undefined ? null : suffixOf(readStamp(until, first));
  const weekly = rule.get('FREQ') === 'WEEKLY';
  const days = rule.get('BYDAY')?.split(',');
  let found = 0;
  for (let step = 0; found < count && step < MOST * 7; step += 1) {
    const time = addDays(first, step);
    const [day, week] = [dayOf(time), Math.floor((step + dayOf(first)) / 7)];
    const fits = weekly
      ? week % every === 0 && (days?.includes(DAYS[day] ?? '') ?? day === dayOf(first))
      : step % every === 0 && (days?.includes(DAYS[day] ?? '') ?? true);
    if (!fits) continue;
    if (last !== null && suffixOf(time) > last) return;
    found += 1;
    yield time;
  }
}

const dayOf = (time: EventTime): number => (time.kind === 'date' ? time.date : time.at).dayOfWeek - 1;

function addDays(time: EventTime, days: number): EventTime {
  return time.kind === 'date'
    ? { kind: 'date', date: time.date.add({ days }) }
    : { kind: 'at', at: time.at.add({ days }) };
}

function readStamp(text: string, like: EventTime): EventTime {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)/, '$1-$2-$3').replace(/T(\d\d)(\d\d)(\d\d)/, 'T$1:$2:$3');
  if (like.kind === 'date') return { kind: 'date', date: Temporal.PlainDate.from(iso.slice(0, 10)) };
  const zone = like.at.timeZoneId;
  if (iso.endsWith('Z')) return { kind: 'at', at: Temporal.Instant.from(iso).toZonedDateTimeISO(zone) };
  return { kind: 'at', at: Temporal.PlainDateTime.from(iso).toZonedDateTime(zone) };
}

export function linesOf({ fields }: StoredEvent): readonly string[] {
  const { recurrence } = fields;
  return Array.isArray(recurrence) ? recurrence.map(String) : [];
}

/** The row, or the instance of a series that nobody has changed; null where there is neither. */
export function eventNamed(calendar: StoredCalendar, id: string): StoredEvent | null {
  const row = calendar.events.get(id);
  if (row) return row;
  const [, masterId = '', suffix = ''] = /^(.+)_(\d{8}(?:T\d{6}Z)?)$/.exec(id) ?? [];
  const master = calendar.events.get(masterId);
  if (!master || isCancelled(master)) return null;
  const start = starts(calendar, master).find((time) => suffixOf(time) === suffix);
  return start ? instance(calendar, master, start) : null;
}

export function allInstances(calendar: StoredCalendar, master: StoredEvent): readonly StoredEvent[] {
  return starts(calendar, master).map((start) => {
    const made = instance(calendar, master, start);
    return calendar.events.get(made.id) ?? made;
  });
}

/** With the version of its series. */
function instance(calendar: StoredCalendar, master: StoredEvent, start: EventTime): StoredEvent {
  const {
    recurrence: _,
    start: from,
    end: to,
    ...fields
  } = master.fields as Record<string, Fields | undefined>;
  const [first, end] = [readTime(calendar, from), readTime(calendar, to)];
  return {
    id: `${master.id}_${suffixOf(start)}`,
    sequence: master.sequence,
    fields: {
      ...fields,
      recurringEventId: master.id,
      originalStartTime: timeFields(start),
      start: timeFields(start),
      end: timeFields(shifted(first, end, start)),
    },
  };
}

function shifted(first: EventTime, end: EventTime, start: EventTime): EventTime {
  if (first.kind === 'date' || end.kind === 'date' || start.kind === 'date') {
    const [a, b] = [dateOf(first), dateOf(end)];
    return { kind: 'date', date: dateOf(start).add({ days: a.until(b, { largestUnit: 'days' }).days }) };
  }
  const length = first.at.toInstant().until(end.at.toInstant());
  return { kind: 'at', at: start.at.add(length) };
}

const dateOf = (time: EventTime): Temporal.PlainDate =>
  time.kind === 'date' ? time.date : time.at.toPlainDate();

function timeFields(time: EventTime): Fields {
  if (time.kind === 'date') return { date: time.date.toString() };
  const dateTime = time.at.toInstant().toString({ smallestUnit: 'second' });
  return { dateTime, timeZone: time.at.timeZoneId };
}

/** A row as answers show it. Of what is deleted, little is left. */
export function shown(calendar: StoredCalendar, event: StoredEvent, whole = false): Fields {
  const { fields, id } = event;
  const name = { kind: 'calendar#event', etag: etagOf(event), id };
  const series = {
    ...(fields['recurringEventId'] !== undefined && {
      recurringEventId: fields['recurringEventId'],
      originalStartTime: shownTime(calendar, objectIn(fields, 'originalStartTime')),
    }),
  };
  if (isCancelled(event) && !whole) return { ...name, status: 'cancelled', ...series };
  return {
    ...fields,
    ...name,
    ...series,
    start: shownTime(calendar, objectIn(fields, 'start')),
    end: shownTime(calendar, objectIn(fields, 'end')),
  };
}
