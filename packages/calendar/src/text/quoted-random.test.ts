import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { editEvent } from '../edit/edit-event.ts';
import type { EventPatch } from '../edit/text/event-fields.ts';
import { mergeObjects } from '../merge/merge-objects.ts';
import { sameContent } from '../merge/parts/same-content.ts';
import { readObject } from '../read/read-object.ts';
import { read } from '../testing/calendar-text.ts';
import { type RandomEvent, series, singleEvent, WINDOW } from '../testing/random-event.ts';
import { rawValue, valueStart } from './value-start.ts';

vi.setConfig({ testTimeout: 60_000 });

const MEAN = [
  ':',
  ';',
  ',',
  'a',
  "^'",
  '^n',
  '\\',
  ' ',
  '=',
  'ü',
  ':FREQ=DAILY;COUNT=9',
  ';TZID=Asia/Tokyo',
].concat([
  ':20200101T000000Z',
  ';VALUE=DATE:20200101',
  ':PT9H',
  'mailto:eve@example.org',
  'RANGE=THISANDFUTURE',
]);

/** What may stand in quotes (RFC 5545, 3.1, and RFC 6868), as mean as it gets. */
const QUOTED = fc.array(fc.constantFrom(...MEAN), { maxLength: 6 }).map((parts) => parts.join(''));
const PARAMETERS = fc
  .array(fc.tuple(fc.constantFrom('X-Q', 'X-R', 'x-s'), QUOTED, fc.boolean()), { minLength: 1, maxLength: 2 })
  .map((all) => all.map(([name, value, twice]) => `;${name}="${value}"${twice ? ',"b:c"' : ''}`).join(''));
const LIST = fc.array(PARAMETERS, { minLength: 5, maxLength: 5 });

/** The same text with those parameters on every property, the same ones for one name; the structure stays. */
function decorated(text: string, parameters: readonly string[]): string {
  const unfolded = text.replace(/\r?\n[ \t]/g, '');
  return unfolded.replace(
    /^(?!BEGIN|END)([A-Za-z-]+)(?=[;:])/gm,
    (name) => name + parameters[name.length % parameters.length],
  );
}

const seen = (text: string) => read(text, WINDOW);
const EVENTS = fc.oneof(singleEvent, series);

test('S6 T3 quoted parameters on any property change nothing that is read', () => {
  fc.assert(
    fc.property(EVENTS, LIST, ({ text, object }, parameters) => {
      expect(seen(decorated(text, parameters))).toEqual(object);
    }),
    { numRuns: 400 },
  );
});

const CONTEXT = {
  now: Temporal.Instant.from('2026-11-20T10:00:00Z'),
  zone: WINDOW.zone,
  newUid: 'two@example.org',
  invite: false,
};
const PATCH: fc.Arbitrary<EventPatch> = fc.constantFrom<EventPatch>(
  { summary: 'Another' },
  { status: 'cancelled', transparent: true },
  {
    start: { local: '2026-07-01T09:30:00', zone: 'Europe/Paris' },
    end: { local: '2026-07-01T10:30:00', zone: 'Europe/Paris' },
  },
  { start: { date: '2026-07-01' }, end: { date: '2026-07-03' } },
  { rrule: 'FREQ=WEEKLY;COUNT=4' },
);

function edited(event: string, patch: EventPatch, recurrenceId: string | null, scope: 'this' | 'following') {
  return editEvent(event, patch, recurrenceId === null ? { scope: 'all' } : { scope, recurrenceId }, CONTEXT);
}

test('S6 an edit of a text with quoted parameters is the edit of the text without them', () => {
  const scopes = fc.constantFrom<'all' | 'this' | 'following'>('all', 'this', 'following');
  const made = { edits: 0 };
  fc.assert(
    fc.property(EVENTS, LIST, PATCH, scopes, fc.nat(30), (event, parameters, patch, scope, pick) => {
      const { occurrences } = event.object;
      const id = occurrences[pick % occurrences.length]?.recurrenceId ?? null;
      const args = [patch, scope === 'all' ? null : id, scope === 'all' ? 'this' : scope] as const;
      const plain = edited(event.text, ...args);
      const quoted = edited(decorated(event.text, parameters), ...args);
      expect(quoted.ok).toBe(plain.ok);
      if (!plain.ok || !quoted.ok) return;
      made.edits += 1;
      for (const part of ['text', 'split'] as const) {
        const [one, other] = [quoted[part], plain[part]];
        expect(one && seen(one)).toEqual(other && seen(other));
      }
    }),
    { numRuns: 400 },
  );
  expect(made.edits).toBeGreaterThan(100);
});

function mergedWith(event: RandomEvent, dress: (text: string) => string) {
  const mine = editEvent(event.text, { summary: 'Mine' }, { scope: 'all' }, CONTEXT);
  const theirs = editEvent(event.text, { location: 'Theirs' }, { scope: 'all' }, CONTEXT);
  if (!mine.ok || !theirs.ok || mine.text === null || theirs.text === null) return null;
  const [base, ours, yours] = [event.text, mine.text, theirs.text].map(dress);
  return mergeObjects({
    base: base ?? '',
    mine: ours ?? '',
    theirs: yours ?? '',
    prefer: 'theirs',
    now: CONTEXT.now,
  });
}

test('S2 texts with quoted parameters are merged as texts without them', () => {
  fc.assert(
    fc.property(EVENTS, LIST, (event, parameters) => {
      const plain = mergedWith(event, (text) => text);
      const quoted = mergedWith(event, (text) => decorated(text, parameters));
      expect(quoted?.conflicts).toEqual(plain?.conflicts);
      expect(quoted && seen(quoted.text)).toEqual(plain && seen(plain.text));
      const dressed = decorated(event.text, parameters);
      expect(sameContent(dressed, dressed.replace('SUMMARY', 'summary'))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['A:b', 'b'],
  ['A;P=q:b:c', 'b:c'],
  ['A;P="q:r":b:c', 'b:c'],
  ['A;P="q";R="s:t":b"c:d"', 'b"c:d"'],
  ['A;P="q:r","s:t":b', 'b'],
  ['A;P="":b', 'b'],
  ['A:"b:c"', '"b:c"'],
  // A quote that nobody closes quotes nothing.
  ['A;P="q:b', 'b'],
  ['A;P="q"r":b', 'b'],
  ['no line', 'no line'],
])('S6 the value of %s begins outside quotes', (line, value) => {
  expect(rawValue(line)).toBe(value);
  expect(valueStart(line) > 0).toBe(line.includes(':'));
});

test('S13 a line of a megabyte of quotes is read at once', () => {
  const started = performance.now();
  readObject(
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;X="${'":"'.repeat(60_000)}:20260101\r\nEND:VEVENT\r\nEND:VCALENDAR`,
    WINDOW,
  );
  expect(performance.now() - started).toBeLessThan(200);
});
