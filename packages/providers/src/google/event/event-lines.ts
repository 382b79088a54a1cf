import { typedText } from '@atelier/calendar/edit/text/text-value';
import { utcValue } from '../../rows/row-time.ts';
import { type FieldName, fieldsOf, type GoogleFields } from './event-fields.ts';
import type { GoogleEvent, GooglePerson, GoogleReminder } from './google-event.ts';
import { isHtml, readable } from './note-text.ts';

/** Lines of what Google says and Atelier never writes: people, the room of a meeting, stamps. */
export type OwnName = 'people' | 'meeting' | 'stamps';

export const OWN_LINES: Readonly<Record<OwnName, readonly string[]>> = {
  people: ['ORGANIZER', 'ATTENDEE'],
  meeting: ['CONFERENCE'],
  stamps: ['CREATED', 'SEQUENCE'],
};

export type LinesByName = Readonly<Record<FieldName | OwnName, readonly string[]>>;

/** What each field says in iCalendar, in the order in which it is written; nothing where iCalendar means it by silence. */
export function eventLines(event: GoogleEvent): LinesByName {
  const fields = fieldsOf(event);
  return {
    stamps: stampLines(event),
    recurrence: fields.recurrence,
    summary: line('SUMMARY', fields.summary),
    location: line('LOCATION', fields.location),
    description: noteLines(fields),
    transparency: fields.transparency === 'transparent' ? ['TRANSP:TRANSPARENT'] : [],
    visibility: fields.visibility === 'default' ? [] : [`CLASS:${fields.visibility.toUpperCase()}`],
    status: fields.status === 'tentative' ? ['STATUS:TENTATIVE'] : [],
    source: fields.source === '' ? [] : [`URL:${fields.source}`],
    meeting: event.hangoutLink ? [`CONFERENCE;VALUE=URI;FEATURE=VIDEO:${event.hangoutLink}`] : [],
    people: peopleLines(event),
    reminders: fields.reminders.flatMap(alarmLines),
  };
}

const line = (name: string, value: string): readonly string[] =>
  value === '' ? [] : [`${name}:${escaped(value)}`];

/** RFC 5545, 3.3.11; whatever control characters a page let in are left out. */
function escaped(value: string): string {
  const text = typedText(value)
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, '');
  return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** The HTML is kept beside what it says, so that a note that nobody edits stays as it was. */
function noteLines({ description }: GoogleFields): readonly string[] {
  const text = line('DESCRIPTION', readable(description));
  return isHtml(description) ? [...text, `X-ALT-DESC;FMTTYPE=text/html:${escaped(description)}`] : text;
}

function stampLines({ created, sequence }: GoogleEvent): readonly string[] {
  return [
    ...(created === undefined ? [] : [`CREATED:${utcValue(Temporal.Instant.from(created))}`]),
    ...(sequence === undefined || sequence <= 0 ? [] : [`SEQUENCE:${Math.trunc(sequence)}`]),
  ];
}

function alarmLines({ method, minutes }: GoogleReminder): readonly string[] {
  const action = method === 'email' ? 'EMAIL' : 'DISPLAY';
  const mail = action === 'EMAIL' ? ['SUMMARY:Reminder'] : [];
  return [
    'BEGIN:VALARM',
    `ACTION:${action}`,
    ...mail,
    'DESCRIPTION:Reminder',
    `TRIGGER:-PT${minutes}M`,
    'END:VALARM',
  ];
}

const ANSWERS: Readonly<Record<string, string>> = {
  accepted: 'ACCEPTED',
  declined: 'DECLINED',
  tentative: 'TENTATIVE',
};

/** An event without guests names nobody: an organizer would make a meeting of it. */
function peopleLines({ attendees = [], organizer }: GoogleEvent): readonly string[] {
  const guests = attendees.flatMap((person) => personLine('ATTENDEE', person, roleOf(person)));
  return guests.length === 0 || !organizer ? guests : [...personLine('ORGANIZER', organizer, []), ...guests];
}

function roleOf({ optional, resource, responseStatus }: GooglePerson): readonly string[] {
  return [
    ...(resource === true ? ['CUTYPE=RESOURCE'] : []),
    `ROLE=${optional === true ? 'OPT' : 'REQ'}-PARTICIPANT`,
    `PARTSTAT=${ANSWERS[responseStatus ?? ''] ?? 'NEEDS-ACTION'}`,
  ];
}

function personLine(
  name: string,
  { email, displayName }: GooglePerson,
  more: readonly string[],
): readonly string[] {
  if (email === undefined || /[\s"<>,;:\\]/.test(email)) return [];
  const plain = displayName?.replace(/[\p{Cc}"]/gu, '').trim();
  const called = plain ? [`CN="${plain}"`] : [];
  return [`${[name, ...called, ...more].join(';')}:mailto:${email}`];
}
