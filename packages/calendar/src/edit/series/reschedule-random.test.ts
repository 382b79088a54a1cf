import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Occurrence, ReadObject } from '../../occurrence.ts';
import { read } from '../../testing/calendar-text.ts';
import { type Form, type RandomEvent, seriesBy, singleEvent, WINDOW } from '../../testing/random-event.ts';
import { createEvent } from '../create-event.ts';
import { editEvent } from '../edit-event.ts';
import type { EditContext, EditResult, EventFields, EventTime } from '../text/event-fields.ts';

// A second or two each; a machine that is busy with other things takes its time.
vi.setConfig({ testTimeout: 60_000 });

const DAY = 86_400_000;
const CONTEXT: EditContext = {
  now: Temporal.Instant.from('2026-11-20T10:00:00Z'),
  zone: WINDOW.zone,
  newUid: 'two@example.org',
  invite: false,
};
const ZONES: Readonly<Record<Form, string>> = {
  zone: 'America/New_York',
  windows: 'Europe/Berlin',
  utc: 'UTC',
  floating: WINDOW.zone,
  date: 'UTC',
};

function done(result: EditResult): string {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.text ?? '';
}

function timeOf(form: Form, wall: number): EventTime {
  const text = new Date(wall).toISOString();
  if (form === 'date') return { date: text.slice(0, 10) };
  return { local: text.slice(0, 19), zone: form === 'floating' ? null : ZONES[form] };
}

/** A recurrence id moved on the clock of the series. */
function movedId(form: Form, id: string, by: number): string {
  if (form === 'date') return wallText(Date.parse(isoOf(id)) + by).slice(0, 8);
  const local = Temporal.Instant.from(isoOf(id)).toZonedDateTimeISO(ZONES[form]).toPlainDateTime();
  const moved = local.add({ milliseconds: by }).toZonedDateTime(ZONES[form]);
  return `${wallText(moved.epochMilliseconds)}Z`;
}

function isoOf(id: string): string {
  return id.replace(/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z)?$/, (_, y, m, d, h, n, s) =>
    h === undefined ? `${y}-${m}-${d}` : `${y}-${m}-${d}T${h}:${n}:${s}Z`,
  );
}

function wallText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

function summaryOf(object: ReadObject, occurrence: Occurrence): string {
  return object.components[occurrence.component]?.summary ?? '';
}

/** id and what is shown of it, and where it lies: what lies where the series has it moves along. */
function placesOf(object: ReadObject, form: Form, by: number): string[] {
  return object.occurrences
    .map((occurrence) => {
      const id = occurrence.recurrenceId ?? '';
      const own = occurrence.startDate?.replaceAll('-', '') ?? `${wallText(occurrence.start)}Z`;
      const lies = own === id ? movedId(form, id, by) : own;
      return `${movedId(form, id, by)} ${summaryOf(object, occurrence)} ${lies} ${occurrence.busy}`;
    })
    .sort();
}

// At ten no clock is changed; a rule that names its hours says for itself where its instances lie.
const TEN = fc.integer({ min: 20_454, max: 20_815 }).map((day) => day * DAY + 36_000_000);
const BY_DAYS = fc.constantFrom(
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;BYDAY=MO,WE,SU',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SA',
);
const BY_DATES = fc.constantFrom(
  'FREQ=MONTHLY;BYDAY=1MO,-1FR',
  'FREQ=MONTHLY;BYMONTHDAY=1,15,-1',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=YEARLY;BYMONTH=3,9;BYDAY=SU',
);

function followers({ occurrences }: ReadObject): number {
  return occurrences.filter(({ recurrenceId, start, startDate }) => {
    const own = startDate?.replaceAll('-', '') ?? `${wallText(start)}Z`;
    return own === recurrenceId;
  }).length;
}

function shiftsAlong({ text, form, start, object }: RandomEvent, by: number): void {
  const moved = done(editEvent(text, { start: timeOf(form, start + by) }, { scope: 'all' }, CONTEXT));
  const after = read(moved, WINDOW);
  expect(placesOf(after, form, 0)).toEqual(placesOf(object, form, by));
  const lengths = (of: ReadObject) => of.occurrences.map(({ start: from, end: to }) => to - from).sort();
  if (form === 'utc') expect(lengths(after)).toEqual(lengths(object));
  // An override that the series came upon by chance stays with it.
  if (followers(after) !== followers(object)) return;
  const back = done(editEvent(moved, { start: timeOf(form, start) }, { scope: 'all' }, CONTEXT));
  expect(placesOf(read(back, WINDOW), form, 0)).toEqual(placesOf(object, form, 0));
}

test('T3 case 50 case 53: a series that begins at another time takes its exceptions along', () => {
  const hours = fc.integer({ min: -6, max: 13 });
  const events = seriesBy(fc.oneof(BY_DAYS, BY_DATES), TEN).filter(({ form }) => form !== 'date');
  const property = fc.property(events, hours, (event, by) => shiftsAlong(event, by * 3_600_000));
  fc.assert(property, { numRuns: 800 });
});

test('T3 case 49 case 52: a series that begins on another day takes its week and its exceptions along', () => {
  const days = fc.integer({ min: -9, max: 9 });
  const property = fc.property(seriesBy(BY_DAYS, TEN), days, (event, by) => shiftsAlong(event, by * DAY));
  fc.assert(property, { numRuns: 800 });
});

const FREE_TEXT = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !/[\0-\x1F\x7F]/.test(text)),
  fc.constantFrom('a;b,c\\d\ne', 'X\r\nATTENDEE:mailto:evil@example.org', 'ß'.repeat(90), '😀'.repeat(60)),
);
const TIMES = fc
  .tuple(
    fc.constantFrom<Form>('zone', 'windows', 'utc', 'floating', 'date'),
    TEN,
    fc.integer({ min: 1, max: 90 }),
  )
  .map(([form, start, length]) => {
    const step = form === 'date' ? DAY : 1_800_000;
    const first = form === 'date' ? Math.floor(start / DAY) * DAY : start;
    return { start: timeOf(form, first), end: timeOf(form, first + length * step) };
  });
const FIELDS: fc.Arbitrary<EventFields> = fc
  .record({
    times: TIMES,
    summary: FREE_TEXT,
    location: fc.option(FREE_TEXT.filter((text) => text !== '')),
    description: fc.option(FREE_TEXT.filter((text) => text !== '')),
    url: fc.constantFrom(null, 'https://example.org/a?b=c,d;e', 'mailto:ann@example.org'),
    rrule: fc.option(fc.oneof(BY_DAYS, BY_DATES)),
    status: fc.constantFrom('tentative', 'confirmed', 'cancelled', null),
    transparent: fc.boolean(),
    classification: fc.constantFrom('public', 'private', 'confidential'),
  })
  .map(({ times, ...rest }) => ({ ...rest, ...times }));

/** What reading gives of what was said. */
function expectSaid(text: string, { start, end, ...said }: EventFields): void {
  const object = read(text, WINDOW);
  const lines = (value: string | null) => value?.replace(/\r\n?|[\x85\u2028\u2029]/g, '\n') ?? value;
  const { summary, location, description, ...rest } = said;
  expect(object.components[0]).toMatchObject(rest);
  const texts = { summary: lines(summary), location: lines(location), description: lines(description) };
  expect(object.components[0]).toMatchObject(texts);
  const [first] = object.occurrences.toSorted((a, b) => a.start - b.start);
  if ('date' in start && 'date' in end) {
    expect(first).toMatchObject({ allDay: true, startDate: start.date, endDate: end.date });
  } else if ('local' in start && 'local' in end) {
    const at = (time: { local: string; zone: string | null }) =>
      Temporal.PlainDateTime.from(time.local).toZonedDateTime(time.zone ?? WINDOW.zone).epochMilliseconds;
    expect(first).toMatchObject({ allDay: false, start: at(start), end: at(end) });
  }
  expect(object.components[0]?.attendees).toEqual([]);
  expect(text).not.toMatch(/^(ATTENDEE|ORGANIZER)/m);
}

test('S6 case 47 case 49: a new event reads back as it was said, in lines of at most 75 octets', () => {
  const property = fc.property(FIELDS, (fields) => {
    const text = done(createEvent(fields, { uid: 'new@example.org', now: CONTEXT.now }));
    expectSaid(text, fields);
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThan(76);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
  fc.assert(property, { numRuns: 1_000 });
});

test('S6 case 51: an event that is given other fields reads back as they say, whatever it was', () => {
  const property = fc.property(singleEvent, FIELDS, ({ text }, fields) => {
    expectFields(done(editEvent(text, fields, { scope: 'all' }, CONTEXT)), fields);
  });
  fc.assert(property, { numRuns: 1_000 });
});

function expectFields(text: string, fields: EventFields): void {
  const quiet = text.replace(/^(?:ATTENDEE|ORGANIZER)[^\n]*\n(?:[ \t][^\n]*\n)*/gm, '');
  expectSaid(quiet, fields);
}
