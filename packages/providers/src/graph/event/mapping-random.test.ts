import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedFields } from '../write/changed-fields.ts';
import { wantedOf } from '../write/wanted-rows.ts';
import { type GraphEvent, graphEvent } from './graph-event.ts';
import { keptProperties } from './kept-text.ts';
import { seriesText } from './series-text.ts';

const ZONES = ['W. Europe Standard Time', 'Eastern Standard Time', 'India Standard Time', 'UTC'];
const said = fc.constantFrom('', 'Mix, then; dinner', 'a <b>c</b> &amp; d', 'Ü 音 🎙', 'a \\n b');

const times = fc
  .record({
    day: fc.integer({ min: 0, max: 700 }),
    minute: fc.integer({ min: 0, max: 1_439 }),
    length: fc.integer({ min: 1, max: 3_000 }),
    whole: fc.boolean(),
  })
  .map(({ day, minute, length, whole }) => {
    const midnight = Temporal.PlainDateTime.from('2026-01-01T00:00').add({ days: day });
    const start = whole ? midnight : midnight.add({ minutes: minute });
    const end = whole ? start.add({ days: 1 + (length % 4) }) : start.add({ minutes: length });
    const utc = (at: Temporal.PlainDateTime) => ({ dateTime: `${at.toString()}.0000000`, timeZone: 'UTC' });
    return { start: utc(start), end: utc(end), isAllDay: whole };
  });

const anyEvent: fc.Arbitrary<GraphEvent> = fc
  .record({
    times,
    originalStartTimeZone: fc.constantFrom(...ZONES),
    subject: said,
    place: said,
    note: said,
    html: fc.boolean(),
    showAs: fc.constantFrom('free', 'tentative', 'busy', 'oof', 'workingElsewhere'),
    sensitivity: fc.constantFrom('normal', 'personal', 'private', 'confidential'),
    importance: fc.constantFrom('low', 'normal', 'high'),
    categories: fc.subarray(['Mix', 'a, b; c', 'Ü']),
    isReminderOn: fc.boolean(),
    reminderMinutesBeforeStart: fc.integer({ min: 0, max: 20_000 }),
  })
  .map(({ times: when, place, note, html, ...event }) =>
    graphEvent.parse({
      id: 'E1',
      '@odata.etag': 'W/"1"',
      type: 'singleInstance',
      iCalUId: 'ical-1',
      lastModifiedDateTime: '2026-06-01T08:00:00Z',
      ...event,
      ...when,
      location: { displayName: place },
      body: html
        ? { contentType: 'html', content: `<html><body><p>${note}</p></body></html>` }
        : { contentType: 'text', content: note },
    }),
  );

function textOf(master: GraphEvent): string {
  const text = seriesText({ master, exceptions: [] });
  if (typeof text !== 'string') throw new Error(text.why);
  return text;
}

function fieldsIn(text: string) {
  const wanted = wantedOf(text);
  if ('why' in wanted) throw new Error(wanted.why);
  return wanted.fields;
}

/** Twenty thousand together, where other cases than those of every run are asked for. */
const CASES = process.env['ATELIER_TEST_SEED'] === 'any' ? 7_000 : 150;
const LONGEST = { timeout: 900_000 };

test('P4 an event of Microsoft that is read and written back as it is asks for no change', LONGEST, () => {
  fc.assert(
    fc.property(anyEvent, (event) => {
      const fields = fieldsIn(textOf(event));
      const again = graphEvent.parse({ ...event, ...fields, '@odata.etag': 'W/"2"' });
      expect(changedFields(fields, fieldsIn(textOf(again)))).toEqual({});
    }),
    { numRuns: CASES },
  );
});

test('S6 a text that was written to Microsoft comes back byte for byte', LONGEST, () => {
  fc.assert(
    fc.property(anyEvent, fc.subarray(['X-A;P="1:2":b', 'COMMENT:c', 'GEO:1;2']), (event, more) => {
      const own = textOf(event).replace('END:VEVENT', [...more, 'END:VEVENT'].join('\r\n'));
      const kept = graphEvent.parse({
        ...event,
        ...fieldsIn(own),
        singleValueExtendedProperties: keptProperties('ours', own),
      });
      expect(textOf(kept)).toBe(own);
    }),
    { numRuns: CASES },
  );
});

test(
  'P4 whatever one field is changed to in Outlook is what the text says then, and nothing else moves',
  LONGEST,
  () => {
    fc.assert(
      fc.property(anyEvent, anyEvent, (event, other) => {
        const own = textOf(event);
        const kept = {
          ...event,
          ...fieldsIn(own),
          singleValueExtendedProperties: keptProperties('ours', own),
        };
        const changed = graphEvent.parse({ ...kept, showAs: other.showAs, importance: other.importance });
        const after = fieldsIn(textOf(changed));
        expect(after).toMatchObject({ showAs: other.showAs, importance: other.importance });
        const { showAs: _, importance: __, ...rest } = changedFields(fieldsIn(own), after);
        expect(rest).toEqual({});
      }),
      { numRuns: CASES },
    );
  },
);
