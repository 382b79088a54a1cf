import { utcValue } from '../../rows/row-time.ts';
import type { EventRow, RowTime, SeriesRows } from '../../rows/series-rows.ts';
import { FIELD_NAMES, fieldsIn, type GoogleFields } from './event-fields.ts';
import { googleTimeOf, isSameTime } from './event-time.ts';
import type { GoogleEvent, GoogleTime } from './google-event.ts';
import { keptProperties } from './kept-text.ts';

/** What is sent: named fields, null for what is to be taken away. Never guests (P6). */
export type EventBody = Readonly<Record<string, unknown>>;

/** A row as it is made. `zone` is the calendar's. */
export function newBody(
  id: string,
  { uid, master, cancelled }: SeriesRows & { readonly master: EventRow },
  text: string,
  zone: string,
): EventBody {
  const fields = fieldsIn(master);
  const said = FIELD_NAMES.filter((name) => !isEmpty(fields[name]));
  const recurrence = [...fields.recurrence, ...exdateLines(cancelled)];
  return {
    id,
    ...Object.fromEntries(said.map((name) => [name, sent(name, fields)])),
    ...(fields.recurrence.length > 0 && { recurrence }),
    start: withoutNulls(googleTimeOf(master.start, zone)),
    end: withoutNulls(googleTimeOf(master.end, zone)),
    extendedProperties: { private: keptProperties(uid, text) },
  };
}

/** What differs from one row to the other; empty where nothing does. */
export function changedBody(before: EventRow, after: EventRow, zone: string): EventBody {
  const [then, now] = [fieldsIn(before), fieldsIn(after)];
  const other = FIELD_NAMES.filter((name) => JSON.stringify(then[name]) !== JSON.stringify(now[name]));
  return {
    ...Object.fromEntries(other.map((name) => [name, isEmpty(now[name]) ? emptied(name) : sent(name, now)])),
    ...(isSameTime(before.start, after.start) ? {} : { start: googleTimeOf(after.start, zone) }),
    ...(isSameTime(before.end, after.end) ? {} : { end: googleTimeOf(after.end, zone) }),
  };
}

/** What the fields and times of a row there have to become to say what `wanted` says. */
export function bodyFor(there: GoogleEvent, current: EventRow, wanted: EventRow, zone: string): EventBody {
  const { recurrence: _, ...body } = changedBody(current, wanted, zone);
  return there.status === 'cancelled' ? { ...body, status: fieldsIn(wanted).status } : body;
}

/** Lines for what is left out, in UTC: a series in any zone understands it. */
export function exdateLines(times: readonly RowTime[]): readonly string[] {
  return times.map((time) => {
    if (time.kind === 'date') return `EXDATE;VALUE=DATE:${time.date.toString().replaceAll('-', '')}`;
    if (time.kind === 'floating')
      return `EXDATE:${time.wall.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`;
    return `EXDATE:${utcValue(time.kind === 'utc' ? time.at : time.at.toInstant())}`;
  });
}

const SILENCE: ReadonlySet<unknown> = new Set(['', 'opaque', 'default', 'confirmed']);

const isEmpty = (value: GoogleFields[keyof GoogleFields]): boolean =>
  SILENCE.has(value) || value.length === 0;

function sent(name: keyof GoogleFields, fields: GoogleFields): unknown {
  if (name === 'reminders') return { useDefault: false, overrides: fields.reminders };
  if (name === 'source') return { url: fields.source, title: new URL(fields.source).host };
  return fields[name];
}

/** Taking the last reminder away does not mean the calendar's usual ones. */
function emptied(name: keyof GoogleFields): unknown {
  switch (name) {
    case 'reminders':
      return { useDefault: false, overrides: [] };
    case 'transparency':
      return 'opaque';
    case 'visibility':
      return 'default';
    case 'status':
      return 'confirmed';
    case 'recurrence':
    case 'source':
      return null;
    default:
      return '';
  }
}

function withoutNulls(time: GoogleTime): EventBody {
  return Object.fromEntries(Object.entries(time).filter(([, value]) => value !== null));
}
