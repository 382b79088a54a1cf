import fc from 'fast-check';
import { expect, test } from 'vitest';
import { objectRows } from '../../rows/object-rows.ts';
import { objectText } from '../../rows/object-text.ts';
import { changedBody, newBody } from './event-body.ts';
import { fieldsOf } from './event-fields.ts';
import type { GoogleEvent } from './google-event.ts';
import { seriesText, withoutCancelled } from './series-text.ts';

const ZONES = ['Europe/Zurich', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC'];

const said = fc.constantFrom('', 'Mix, then; dinner', 'a <b>c</b> &amp; d', 'x\ny', 'Ü 音 🎙', ' spaced ');
const times = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    day: fc.integer({ min: 0, max: 700 }),
    minute: fc.integer({ min: 0, max: 1_439 }),
    length: fc.integer({ min: 1, max: 3_000 }),
    whole: fc.boolean(),
  })
  .map(({ zone, day, minute, length, whole }) => {
    const date = Temporal.PlainDate.from('2026-01-01').add({ days: day });
    if (whole) {
      const last = date.add({ days: 1 + (length % 4) });
      return { start: { date: date.toString() }, end: { date: last.toString() } };
    }
    const start = date.toZonedDateTime(zone).add({ minutes: minute });
    const on = (at: Temporal.ZonedDateTime): object => ({
      dateTime: at.withTimeZone('Europe/Zurich').toString({ timeZoneName: 'never' }),
      timeZone: zone,
    });
    return { start: on(start), end: on(start.add({ minutes: length })) };
  });

const anyEvent: fc.Arbitrary<GoogleEvent> = fc
  .record({
    times,
    summary: said,
    description: said,
    location: said,
    transparency: fc.constantFrom('opaque', 'transparent'),
    visibility: fc.constantFrom('default', 'public', 'private', 'confidential'),
    status: fc.constantFrom('confirmed', 'tentative'),
    recurrence: fc.constantFrom(
      [],
      ['RRULE:FREQ=DAILY;COUNT=20'],
      ['RRULE:FREQ=WEEKLY;BYDAY=MO,WE', 'EXRULE:FREQ=YEARLY'],
    ),
    minutes: fc.uniqueArray(fc.integer({ min: 0, max: 40_320 }), { maxLength: 4 }),
  })
  .map(({ times: { start, end }, minutes, ...event }) => ({
    ...event,
    id: 'abc12',
    etag: '"1"',
    iCalUID: 'abc12@google.com',
    updated: '2026-06-01T08:00:00.000Z',
    start,
    end,
    reminders: { useDefault: false, overrides: minutes.map((one) => ({ method: 'popup', minutes: one })) },
  }));

function rowsIn(text: string) {
  const read = objectRows(text, 'UTC');
  if (!read.ok || read.rows.master === null) throw new Error(text);
  return { ...withoutCancelled(read.rows), master: read.rows.master };
}

/** Twenty thousand together, where other cases than those of every run are asked for. */
const CASES = process.env['ATELIER_TEST_SEED'] === 'any' ? 7_000 : 150;
const LONGEST = { timeout: 900_000 };

test('P4 an event of Google that is read and written back as it is asks for no change', LONGEST, () => {
  fc.assert(
    fc.property(anyEvent, (event) => {
      const { master } = rowsIn(seriesText({ master: event, instances: [] }));
      const body = newBody('abc12', { uid: 'u', master, exceptions: [], cancelled: [] }, '', 'UTC');
      const { extendedProperties: _, ...fields } = body;
      const again = rowsIn(seriesText({ master: { ...event, ...fields } as GoogleEvent, instances: [] }));
      expect(changedBody(master, again.master, 'UTC')).toEqual({});
    }),
    { numRuns: CASES },
  );
});

test('S6 a text that was written comes back byte for byte', LONGEST, () => {
  fc.assert(
    fc.property(anyEvent, fc.subarray(['X-A;P="1:2":b', 'CATEGORIES:M\\,x', 'COMMENT:c']), (event, more) => {
      const { master } = rowsIn(seriesText({ master: event, instances: [] }));
      const own = { ...master, lines: [...master.lines, ...more] };
      const text = objectText({ uid: 'ours', master: own, exceptions: [], cancelled: [] });
      const body = newBody('abc12', rowsIn(text), text, 'UTC') as unknown as GoogleEvent;
      expect(seriesText({ master: { ...event, recurrence: [], ...body }, instances: [] })).toBe(text);
    }),
    { numRuns: CASES },
  );
});

test(
  'P4 whatever one field is changed to at Google is what the text says then, and nothing else moves',
  LONGEST,
  () => {
    fc.assert(
      fc.property(anyEvent, anyEvent, (event, other) => {
        const text = objectText(rowsIn(seriesText({ master: event, instances: [] })));
        const body = newBody('abc12', rowsIn(text), text, 'UTC') as unknown as GoogleEvent;
        const stored = {
          ...event,
          ...body,
          location: other.location ?? '',
          visibility: other.visibility ?? '',
        };
        const read = rowsIn(seriesText({ master: stored, instances: [] }));
        const back = { ...stored, ...(newBody('abc12', read, '', 'UTC') as unknown as GoogleEvent) };
        expect(fieldsOf(back)).toMatchObject({ location: other.location, visibility: other.visibility });
        const { location: _, visibility: __, ...rest } = changedBody(rowsIn(text).master, read.master, 'UTC');
        expect(rest).toEqual({});
      }),
      { numRuns: CASES },
    );
  },
);
