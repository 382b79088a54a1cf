import { readProperty } from '@atelier/calendar/text/property';
import type { EventRow } from '../../rows/series-rows.ts';
import type { GoogleEvent, GoogleReminder } from './google-event.ts';
import { noteOf, readable } from './note-text.ts';

/** What Google has a field for and Atelier writes; all of it as Google says it when it says nothing. */
export interface GoogleFields {
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly transparency: 'opaque' | 'transparent';
  readonly visibility: 'default' | 'public' | 'private' | 'confidential';
  readonly status: 'confirmed' | 'tentative';
  /** RRULE, RDATE and EXRULE lines; what is left out is told apart. */
  readonly recurrence: readonly string[];
  readonly reminders: readonly GoogleReminder[];
  /** A page that belongs to the event. */
  readonly source: string;
}

export type FieldName = keyof GoogleFields;

/** The lines that each field is said in: a field that was changed at Google takes the place of all of them. */
export const LINES_OF: Readonly<Record<FieldName, readonly string[]>> = {
  summary: ['SUMMARY'],
  description: ['DESCRIPTION', 'X-ALT-DESC'],
  location: ['LOCATION'],
  transparency: ['TRANSP', 'X-MICROSOFT-CDO-BUSYSTATUS'],
  visibility: ['CLASS'],
  status: ['STATUS'],
  recurrence: ['RRULE', 'RDATE', 'EXRULE'],
  reminders: ['VALARM'],
  source: ['URL'],
};

export const FIELD_NAMES = Object.keys(LINES_OF) as FieldName[];

/** Which fields Google says otherwise than a text does. */
export function otherFields(there: GoogleFields, kept: GoogleFields): readonly FieldName[] {
  return FIELD_NAMES.filter((name) =>
    name === 'description'
      ? squeezed(there.description) !== squeezed(kept.description)
      : JSON.stringify(there[name]) !== JSON.stringify(kept[name]),
  );
}

/** Google cleans the HTML it is given, so what a person reads is compared. */
const squeezed = (note: string): string => readable(note).replace(/\s+/g, ' ').trim();

export function fieldsOf(event: GoogleEvent): GoogleFields {
  return {
    summary: event.summary ?? '',
    description: event.description ?? '',
    location: event.location ?? '',
    transparency: isFree(event) ? 'transparent' : 'opaque',
    visibility: oneOf(VISIBILITIES, event.visibility) ?? 'default',
    status: event.status === 'tentative' ? 'tentative' : 'confirmed',
    recurrence: (event.recurrence ?? []).filter((line) => !/^EXDATE[;:]/i.test(line)),
    reminders: event.reminders?.useDefault === true ? [] : inOrder(event.reminders?.overrides ?? []),
    source: event.source?.url ?? '',
  };
}

/** Where somebody works takes no time, whatever else the row says. */
function isFree({ transparency, eventType }: GoogleEvent): boolean {
  return transparency === 'transparent' || eventType === 'workingLocation' || eventType === 'birthday';
}

const VISIBILITIES = ['public', 'private', 'confidential'] as const;

function oneOf<Name extends string>(names: readonly Name[], text: string | undefined): Name | null {
  return names.find((name) => name === text) ?? null;
}

/** What the lines of an event come to at Google. */
export function fieldsIn({ lines }: Pick<EventRow, 'lines'>): GoogleFields {
  const first = (name: string): string => valueOf(lines.find((line) => isNamed(line, name)) ?? '');
  const upper = (name: string): string => first(name).toUpperCase();
  const free =
    upper('TRANSP') === 'TRANSPARENT' ||
    upper('STATUS') === 'CANCELLED' ||
    upper('X-MICROSOFT-CDO-BUSYSTATUS') === 'FREE';
  return {
    summary: first('SUMMARY'),
    description: noteIn(lines, first('DESCRIPTION')),
    location: first('LOCATION'),
    transparency: free ? 'transparent' : 'opaque',
    visibility: oneOf(VISIBILITIES, upper('CLASS').toLowerCase()) ?? 'default',
    status: upper('STATUS') === 'TENTATIVE' ? 'tentative' : 'confirmed',
    recurrence: outsideAlarms(lines).filter((line) => /^(?:RRULE|RDATE|EXRULE)[;:]/i.test(line)),
    reminders: remindersIn(lines),
    source: /^https?:/i.test(first('URL')) ? first('URL') : '',
  };
}

/** The HTML that came with a note stands as long as the note still says the same. */
function noteIn(lines: readonly string[], text: string): string {
  const html = valueOf(lines.find((line) => isNamed(line, 'X-ALT-DESC')) ?? '');
  return html !== '' && readable(html) === text.trimEnd() ? html : noteOf(text);
}

function isNamed(line: string, name: string): boolean {
  const rest = line.slice(name.length, name.length + 1);
  return (rest === ':' || rest === ';') && line.slice(0, name.length).toUpperCase() === name;
}

const valueOf = (line: string): string => readProperty(line)?.value ?? '';

function outsideAlarms(lines: readonly string[]): readonly string[] {
  const outside: string[] = [];
  let depth = 0;
  for (const line of lines) {
    if (/^BEGIN:/i.test(line)) depth += 1;
    if (depth === 0) outside.push(line);
    if (/^END:/i.test(line)) depth -= 1;
  }
  return outside;
}

/** Google has at most five, of whole minutes before the start, and not more than four weeks. */
const MOST_REMINDERS = 5;
const MOST_MINUTES = 40_320;

/** Those that Google can hold; others stay in the text that is kept. */
function remindersIn(lines: readonly string[]): readonly GoogleReminder[] {
  const all = lines.join('\n').match(/^BEGIN:VALARM$[\s\S]*?^END:VALARM$/gim) ?? [];
  const reminders = all.flatMap((text) => {
    const minutes = minutesIn(/^TRIGGER(?:;RELATED=START|;VALUE=DURATION)*:(.*)$/im.exec(text)?.[1] ?? '');
    const method = /^ACTION:EMAIL$/im.test(text) ? 'email' : 'popup';
    return minutes === null || minutes > MOST_MINUTES ? [] : [{ method, minutes }];
  });
  return inOrder(reminders).slice(0, MOST_REMINDERS);
}

function minutesIn(trigger: string): number | null {
  const [, sign, weeks, days, hours, minutes, seconds] =
    /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(trigger.trim()) ?? [];
  if (sign === undefined) return null;
  const total =
    Number(weeks ?? 0) * 10_080 + Number(days ?? 0) * 1_440 + Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  if (Number(seconds ?? 0) > 0 || (sign !== '-' && total > 0)) return null;
  return total;
}

function inOrder(reminders: readonly GoogleReminder[]): readonly GoogleReminder[] {
  const plain = reminders.map(({ method, minutes }) => ({ method, minutes }));
  const unique = new Map(plain.map((one) => [`${one.minutes} ${one.method}`, one]));
  return [...unique.values()].toSorted((a, b) => a.minutes - b.minutes || a.method.localeCompare(b.method));
}
