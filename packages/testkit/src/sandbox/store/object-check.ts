import { type FileComponent, lineOf, readCalendarFile } from './calendar-file.ts';

/** Whether a body may be stored as a calendar object resource (RFC 4791 4.1), with the status sabre refuses with. */
export type ObjectCheck =
  | { readonly ok: true; readonly uid: string; readonly component: string }
  | { readonly ok: false; readonly status: 400 | 415; readonly reason: string };

const refused = (status: 400 | 415, reason: string): ObjectCheck => ({ ok: false, status, reason });

export function checkObject(text: string): ObjectCheck {
  const file = readCalendarFile(text);
  if (!file) return refused(415, 'This is no valid iCalendar file.');
  if (lineOf(file, 'METHOD')) return refused(415, 'A calendar object has no METHOD.');
  const parts = file.components.filter((part) => part.name !== 'VTIMEZONE');
  const component = parts[0]?.name;
  if (component === undefined) return refused(400, 'A component is needed.');
  if (parts.some((part) => part.name !== component)) return refused(415, 'Components of two kinds.');
  const uids = new Set(parts.map((part) => lineOf(part, 'UID')?.value ?? ''));
  const [uid] = uids;
  if (uids.size !== 1 || uid === undefined || uid === '') return refused(415, 'Exactly one UID is needed.');
  if (parts.filter(isMaster).length > 1) return refused(415, 'Two masters in one object.');
  if (component === 'VEVENT' && parts.some((part) => !lineOf(part, 'DTSTART'))) {
    return refused(415, 'An event needs a DTSTART.');
  }
  return { ok: true, uid, component };
}

const isMaster = (part: FileComponent): boolean => lineOf(part, 'RECURRENCE-ID') === undefined;
