import fc from 'fast-check';
import type { ReadContext, ReadObject } from '../occurrence.ts';
import { read } from './calendar-text.ts';
import { randomRule } from './random-rule.ts';

const DAY = 86_400_000;

/** Every instance of a random event lies in here. */
export const WINDOW: ReadContext = {
  zone: 'Europe/Paris',
  from: Date.UTC(2025, 0, 1),
  to: Date.UTC(2030, 0, 1),
};

/** How DTSTART and what belongs to it is written. */
export type Form = 'zone' | 'windows' | 'utc' | 'floating' | 'date';

const FORM = fc.constantFrom<Form>('zone', 'zone', 'zone', 'windows', 'utc', 'floating', 'date');
const HEADS: Readonly<Record<Form, string>> = {
  zone: ';TZID=America/New_York',
  windows: ';X-ODD=1;TZID="W. Europe Standard Time"',
  utc: '',
  floating: '',
  date: ';VALUE=DATE',
};

export function basic(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

export function timeIn(form: Form, wall: number): string {
  if (form === 'date') return basic(wall).slice(0, 8);
  return form === 'utc' ? `${basic(wall)}Z` : basic(wall);
}

export function head(form: Form): string {
  return HEADS[form];
}

const START = fc
  .tuple(
    fc.integer({ min: Date.UTC(2026, 0, 1) / DAY, max: Date.UTC(2026, 11, 28) / DAY }),
    fc.constantFrom(0, 90, 150, 600, 630, 1_200, 1_410),
  )
  .map(([day, minute]) => day * DAY + minute * 60_000);

/** Lines that nobody here understands and that must survive. */
const FOREIGN = fc.shuffledSubarray([
  'X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC',
  'x-lower;p="a:b;c":Mixed Case',
  'ATTACH;FMTTYPE=image/png:https://example.org/a%20b.png',
  'CATEGORIES:Cover,Sitting',
  'X-LONG:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n  folded\n\tthrice',
  'COMMENT;LANGUAGE=de:Grüße\\, bitte 🎨 mitbringen',
  'GEO:1.0;2.00',
]);
const PEOPLE = [
  'ORGANIZER;CN="Boss: the one":mailto:boss@example.org',
  'ATTENDEE;PARTSTAT=ACCEPTED;CN=Ann:mailto:ann@example.org',
];
const ALARM = [
  'BEGIN:VALARM',
  'ACTION:EMAIL',
  'SUMMARY:Alarm',
  'DESCRIPTION:Alarm',
  'ATTENDEE:mailto:me@example.org',
  'TRIGGER:-PT15M',
  'END:VALARM',
];

const LENGTH = fc.constantFrom('DTEND', 'DTEND', 'DURATION', 'days', 'none');

function lengthLines(kind: string, form: Form, start: number): string[] {
  if (kind === 'none') return [];
  if (kind === 'days') return ['DURATION:P2D'];
  if (kind === 'DURATION') return form === 'date' ? ['DURATION:P1D'] : ['DURATION:PT1H30M'];
  const end = form === 'date' ? start + 2 * DAY : start + 5_400_000;
  return [`DTEND${head(form)}:${timeIn(form, end)}`];
}

export interface RandomEvent {
  readonly text: string;
  readonly form: Form;
  /** Reading of DTSTART's clock, in ms. */
  readonly start: number;
  readonly rule: string | null;
  readonly object: ReadObject;
}

const RULE = fc
  .constantFrom('DAILY', 'DAILY', 'WEEKLY', 'WEEKLY', 'MONTHLY', 'MONTHLY', 'YEARLY')
  .chain(randomRule);
/** How a series ends: COUNT where that is soon found out, else UNTIL so many days later. */
const LIMIT = fc.record({
  count: fc.option(fc.integer({ min: 2, max: 12 })),
  days: fc.integer({ min: 20, max: 400 }),
});
// Such a rule may have one instance in a century, and a hundred thousand days to look at until then.
const SPARSE = /BYMONTH|BYWEEKNO|BYYEARDAY|YEARLY/;

interface Parts {
  readonly form: Form;
  readonly start: number;
  readonly length: string;
  readonly foreign: readonly string[];
  readonly people: boolean;
  readonly alarm: boolean;
  readonly lineEnd: string;
  readonly summary: string | null;
  readonly sequence: boolean;
}

const PARTS: fc.Arbitrary<Parts> = fc.record({
  form: FORM,
  start: START,
  length: LENGTH,
  foreign: FOREIGN,
  people: fc.boolean(),
  alarm: fc.boolean(),
  lineEnd: fc.constantFrom('\r\n', '\n'),
  summary: fc.constantFrom('SUMMARY:Sitting', 'SUMMARY;LANGUAGE=de;X-P="q;r":Sitzung\\, lang', null),
  sequence: fc.boolean(),
});

function masterLines(parts: Parts, recurrence: readonly string[]): string[] {
  const { form, length, foreign, people, alarm, summary, sequence } = parts;
  const start = firstOf(parts);
  return [
    'BEGIN:VEVENT',
    ...foreign.slice(0, 2),
    `DTSTART${head(form)}:${timeIn(form, start)}`,
    'UID:one@example.org',
    ...(summary === null ? [] : [summary]),
    ...lengthLines(length, form, start),
    'DTSTAMP:20250101T000000Z',
    ...recurrence,
    ...(people ? PEOPLE : []),
    ...(sequence ? ['SEQUENCE:4', 'LAST-MODIFIED;X-A=1:20250101T000000Z'] : []),
    ...foreign.slice(2),
    ...(alarm ? ALARM : []),
    'END:VEVENT',
  ];
}

/** A day begins at midnight. */
function firstOf({ form, start }: Parts): number {
  return form === 'date' ? Math.floor(start / DAY) * DAY : start;
}

const DEFINITION = [
  'BEGIN:VTIMEZONE',
  'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

function wholeText(parts: Parts, events: readonly (readonly string[])[]): string {
  const definition = parts.form === 'windows' ? DEFINITION : [];
  const lines = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Somebody//Else//EN',
    'VERSION:2.0',
    'X-WR-CALNAME:Kept',
    ...definition,
    ...events.flat(),
    'END:VCALENDAR',
    '',
  ];
  return lines.join('\n').replaceAll('\n', parts.lineEnd);
}

function eventOf(parts: Parts, events: readonly (readonly string[])[], rule: string | null): RandomEvent {
  const text = wholeText(parts, events);
  return { text, form: parts.form, start: firstOf(parts), rule, object: read(text, WINDOW) };
}

export const singleEvent: fc.Arbitrary<RandomEvent> = PARTS.map((parts) =>
  eventOf(parts, [masterLines(parts, [])], null),
);

/** Picks of instances, as numbers that are taken modulo how many there are. */
interface Exceptions {
  readonly excluded: readonly number[];
  readonly overridden: readonly number[];
  readonly added: readonly number[];
  /** Minutes that overrides are moved by. */
  readonly moved: number;
}

const EXCEPTIONS: fc.Arbitrary<Exceptions> = fc.record({
  excluded: fc.array(fc.nat(50), { maxLength: 3 }),
  overridden: fc.array(fc.nat(50), { maxLength: 3 }),
  added: fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 2 }),
  moved: fc.constantFrom(0, 0, 45, 2_000, -1_440),
});

/** A series that is read to its end, with exclusions, additions and overrides. */
export const series: fc.Arbitrary<RandomEvent> = seriesBy(RULE, START);

export function seriesBy(
  rules: fc.Arbitrary<string>,
  starts: fc.Arbitrary<number>,
): fc.Arbitrary<RandomEvent> {
  return fc
    .tuple(PARTS, starts, rules, LIMIT, EXCEPTIONS)
    .map(([parts, start, rule, limit, exceptions]) =>
      seriesOf({ ...parts, start }, fitting(parts.form, rule), limit, exceptions),
    )
    .filter(({ object }) => object.occurrences.length > 0 && isReadToItsEnd(object));
}

/** One that is cut off, by the window or by the limit of instances, shows others once an early one is gone. */
function isReadToItsEnd({ lastEnd, flags }: ReadObject): boolean {
  return (lastEnd ?? Number.MAX_VALUE) < WINDOW.to && !flags.includes('too-many');
}

/** Days have no hours to choose among (RFC 5545, 3.3.10). */
function fitting(form: Form, rule: string): string {
  return form === 'date' ? rule.replace(/;BY(?:HOUR|MINUTE|SECOND)=[\d,]+/g, '') : rule;
}

function seriesOf(
  parts: Parts,
  rule: string,
  limit: { readonly count: number | null; readonly days: number },
  exceptions: Exceptions,
): RandomEvent {
  const { form } = parts;
  const start = firstOf(parts);
  const last = timeIn(form === 'floating' || form === 'date' ? form : 'utc', start + limit.days * DAY);
  const end = limit.count === null || SPARSE.test(rule) ? `UNTIL=${last}` : `COUNT=${limit.count}`;
  const ruled = `${rule};${end}`;
  const bare = eventOf(parts, [masterLines(parts, [`RRULE:${ruled}`])], ruled);
  const ids = bare.object.occurrences.map((occurrence) => occurrence.recurrenceId ?? '');
  const pick = (index: number) => ids[index % ids.length] ?? '';
  const excluded = [...new Set(exceptions.excluded.map(pick))];
  const overridden = [...new Set(exceptions.overridden.map(pick))].filter((id) => !excluded.includes(id));
  const recurrence = [
    `RRULE:${ruled}`,
    ...exceptions.added.map((days) => `RDATE${head(form)}:${timeIn(form, start + days * DAY)}`),
    ...exclusionLines(form, excluded),
  ];
  const overrides = overridden.map((id, index) => overrideLines(parts, id, exceptions.moved, index));
  return eventOf(parts, [masterLines(parts, recurrence), ...overrides], ruled);
}

/** The first in UTC, or as a date, the others on one line. */
function exclusionLines(form: Form, ids: readonly string[]): string[] {
  const values = form === 'date' ? ';VALUE=DATE' : '';
  if (ids.length === 0) return [];
  const [first, ...others] = ids;
  const rest = others.length > 0 ? [`EXDATE${values}:${others.join(',')}`] : [];
  return [`EXDATE${values}:${first}`, ...rest];
}

function overrideLines(parts: Parts, id: string, moved: number, index: number): string[] {
  const date = parts.form === 'date';
  const at = Date.parse(
    date
      ? `${id.slice(0, 4)}-${id.slice(4, 6)}-${id.slice(6)}`
      : id.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, '$1-$2-$3T$4:$5:$6Z'),
  );
  const start = date ? at + Math.trunc(moved / 1_440) * DAY : at + moved * 60_000;
  return [
    'BEGIN:VEVENT',
    'UID:one@example.org',
    date ? `RECURRENCE-ID;VALUE=DATE:${id}` : `RECURRENCE-ID:${id}`,
    date ? `DTSTART;VALUE=DATE:${basic(start).slice(0, 8)}` : `DTSTART:${basic(start)}Z`,
    date ? 'DURATION:P1D' : 'DURATION:PT45M',
    'DTSTAMP:20250101T000000Z',
    `SUMMARY:Changed ${index}`,
    ...(index === 2 ? ['STATUS:CANCELLED'] : []),
    'END:VEVENT',
  ];
}

/** Texts of so many series, the same for one seed. */
export function sampledSeries(count: number, seed: number): string[] {
  return fc.sample(series, { seed, numRuns: count }).map(({ text }) => text);
}
