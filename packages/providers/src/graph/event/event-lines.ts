import { typedText } from '@atelier/calendar/edit/text/text-value';
import { utcValue } from '../../rows/row-time.ts';
import type { RowTime } from '../../rows/series-rows.ts';
import { ruleOfRecurrence } from '../rule/rule-of-recurrence.ts';
import type { GraphEvent } from './graph-event.ts';
import { htmlText } from './html-text.ts';

/** What a field of Graph says in iCalendar; `lines` are empty where it says what iCalendar says by nothing. */
export type FieldName =
  | 'subject'
  | 'body'
  | 'location'
  | 'showAs'
  | 'sensitivity'
  | 'importance'
  | 'categories'
  | 'reminder'
  | 'recurrence'
  | 'people'
  | 'meeting'
  | 'times';

/** The lines that each field is said in, of both directions: a field that changed takes the place of all of them. */
export const LINES_OF: Readonly<Record<FieldName, readonly string[]>> = {
  subject: ['SUMMARY'],
  body: ['DESCRIPTION', 'X-ALT-DESC'],
  location: ['LOCATION'],
  showAs: ['TRANSP', 'STATUS', 'X-MICROSOFT-CDO-BUSYSTATUS'],
  sensitivity: ['CLASS', 'X-ATELIER-SENSITIVITY'],
  importance: ['PRIORITY'],
  categories: ['CATEGORIES'],
  reminder: ['VALARM'],
  recurrence: ['RRULE'],
  people: ['ORGANIZER', 'ATTENDEE'],
  meeting: ['CONFERENCE', 'URL'],
  times: ['CREATED', 'LAST-MODIFIED'],
};

/** Each field's lines, in the order in which they are written. `start` is the event's own. */
export function eventLines(
  event: GraphEvent,
  start: RowTime,
): Readonly<Record<FieldName, readonly string[]>> {
  return {
    times: stampLines(event),
    recurrence: ruleLines(event, start),
    subject: event.subject ? [`SUMMARY:${escaped(event.subject)}`] : [],
    location: event.location?.displayName ? [`LOCATION:${escaped(event.location.displayName)}`] : [],
    body: bodyLines(event.body ?? null),
    showAs: busyLines(event),
    sensitivity: classLines(event.sensitivity ?? 'normal'),
    importance: priorityLines(event.importance ?? 'normal'),
    categories: event.categories?.length ? [`CATEGORIES:${event.categories.map(escaped).join()}`] : [],
    people: peopleLines(event),
    meeting: meetingLines(event),
    reminder: reminderLines(event),
  };
}

function stampLines({ createdDateTime, lastModifiedDateTime }: GraphEvent): readonly string[] {
  return [
    ...(createdDateTime ? [`CREATED:${utcValue(Temporal.Instant.from(createdDateTime))}`] : []),
    ...(lastModifiedDateTime
      ? [`LAST-MODIFIED:${utcValue(Temporal.Instant.from(lastModifiedDateTime))}`]
      : []),
  ];
}

function ruleLines({ recurrence }: GraphEvent, start: RowTime): readonly string[] {
  const rule = recurrence ? ruleOfRecurrence(recurrence, start) : null;
  return rule === null ? [] : [`RRULE:${rule}`];
}

/** HTML is kept beside its text, as Outlook itself writes it: a note that nobody edits stays as it was set. */
function bodyLines(body: GraphEvent['body'] | null): readonly string[] {
  const content = body?.content ?? '';
  if (body?.contentType !== 'html') return content === '' ? [] : [`DESCRIPTION:${escaped(plain(content))}`];
  const text = htmlText(content);
  if (text === '') return [];
  return [`DESCRIPTION:${escaped(text)}`, `X-ALT-DESC;FMTTYPE=text/html:${escaped(content)}`];
}

/** Servers end a text with a line of their own. */
export function plain(text: string): string {
  return typedText(text).replace(/\s+$/, '');
}

function busyLines({ showAs, isCancelled }: GraphEvent): readonly string[] {
  if (isCancelled === true) return ['STATUS:CANCELLED'];
  switch (showAs) {
    case 'free':
      return ['TRANSP:TRANSPARENT'];
    case 'tentative':
      return ['STATUS:TENTATIVE'];
    case 'oof':
      return ['X-MICROSOFT-CDO-BUSYSTATUS:OOF'];
    case 'workingElsewhere':
      return ['TRANSP:TRANSPARENT', 'X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE'];
    default:
      return [];
  }
}

function classLines(sensitivity: string): readonly string[] {
  switch (sensitivity) {
    case 'private':
      return ['CLASS:PRIVATE'];
    case 'personal':
      return ['CLASS:PRIVATE', 'X-ATELIER-SENSITIVITY:PERSONAL'];
    case 'confidential':
      return ['CLASS:CONFIDENTIAL'];
    default:
      return [];
  }
}

/** RFC 5545, 3.8.1.9: one to four are high, six to nine low. */
function priorityLines(importance: string): readonly string[] {
  if (importance === 'high') return ['PRIORITY:1'];
  return importance === 'low' ? ['PRIORITY:9'] : [];
}

function reminderLines({ isReminderOn, reminderMinutesBeforeStart }: GraphEvent): readonly string[] {
  if (isReminderOn !== true) return [];
  const minutes = reminderMinutesBeforeStart ?? 0;
  const trigger = `TRIGGER:${minutes < 0 ? '' : '-'}PT${Math.abs(minutes)}M`;
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Reminder', trigger, 'END:VALARM'];
}

type Person = NonNullable<GraphEvent['organizer']>;

/** Nobody's own event names its owner as organizer: that would make a meeting of it. */
function peopleLines({ attendees, organizer }: GraphEvent): readonly string[] {
  const guests = (attendees ?? []).flatMap(attendeeLine);
  const by = guests.length > 0 && organizer ? personLine('ORGANIZER', [], organizer) : [];
  return [...by, ...guests];
}

const ROLES: Readonly<Record<string, string>> = {
  required: 'ROLE=REQ-PARTICIPANT',
  optional: 'ROLE=OPT-PARTICIPANT',
  resource: 'CUTYPE=RESOURCE',
};
const ANSWERS: Readonly<Record<string, string>> = {
  accepted: 'PARTSTAT=ACCEPTED',
  organizer: 'PARTSTAT=ACCEPTED',
  tentativelyAccepted: 'PARTSTAT=TENTATIVE',
  declined: 'PARTSTAT=DECLINED',
};

function attendeeLine(person: Person): readonly string[] {
  const role = ROLES[person.type ?? 'required'] ?? 'ROLE=REQ-PARTICIPANT';
  const answer = ANSWERS[person.status?.response ?? ''] ?? 'PARTSTAT=NEEDS-ACTION';
  return personLine('ATTENDEE', [role, answer], person);
}

function personLine(
  name: string,
  parameters: readonly string[],
  { emailAddress }: Person,
): readonly string[] {
  const address = emailAddress?.address?.replace(/[\s<>"]/g, '') ?? '';
  if (address === '') return [];
  const called = emailAddress?.name?.replace(/["\r\n\0-\x1F]/g, ' ') ?? '';
  const common = called === '' || called === address ? [] : [`CN="${called}"`];
  return [`${[name, ...common, ...parameters].join(';')}:mailto:${address}`];
}

/** The way into an online meeting; RFC 7986, 5.11, and as a link that every calendar shows. */
function meetingLines({ onlineMeeting, onlineMeetingUrl }: GraphEvent): readonly string[] {
  const url = (onlineMeeting?.joinUrl || onlineMeetingUrl || '').trim();
  if (!/^https:\/\/[^\s"<>]+$/i.test(url)) return [];
  return [`CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:${url}`, `URL:${url}`];
}

/** A TEXT value (RFC 5545, 3.3.11) of whatever a server said: what no text may hold is left out. */
export function escaped(text: string): string {
  return typedText(text)
    .toWellFormed()
    .replace(/[\0-\x08\x0B-\x1F\x7F]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}
