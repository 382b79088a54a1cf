import { describe, expect, test } from 'vitest';
import { calendar, event, read, startsOf } from '../testing/calendar-text.ts';
import { appliedImport } from './apply-import.ts';
import { joinObjects } from './object-file.ts';
import { splitImport } from './split-import.ts';

const SERIES = calendar(
  event('SEQUENCE:1', 'DTSTART:20260302T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'),
);
const ids = () => {
  let n = 0;
  return () => `new-${++n}`;
};

/** What becomes of the series when a file of that METHOD comes in. */
function after(method: string | null, ...lines: string[]) {
  return appliedImport({ text: calendar(event(...lines)), method }, SERIES);
}

function busyOf(applied: ReturnType<typeof appliedImport>): string[] {
  if (!applied.ok) throw new Error(applied.reason);
  const object = read(applied.text);
  return startsOf({ occurrences: object.occurrences.filter(({ busy }) => busy) });
}

describe('T4 a CANCEL takes back what it names', () => {
  test('the whole series', () => {
    expect(busyOf(after('CANCEL', 'SEQUENCE:2', 'DTSTART:20260302T100000Z'))).toEqual([]);
  });

  test('with an override in it that says otherwise', () => {
    const confirmed = event('RECURRENCE-ID:20260303T100000Z', 'DTSTART:20260303T120000Z', 'STATUS:CONFIRMED');
    const before = SERIES.replace('END:VCALENDAR', `${confirmed}END:VCALENDAR`);
    const text = calendar(event('SEQUENCE:2', 'DTSTART:20260302T100000Z'));
    expect(busyOf(appliedImport({ text, method: 'CANCEL' }, before))).toEqual([]);
  });

  test('one instance, and the others stay', () => {
    const applied = after(
      'CANCEL',
      'SEQUENCE:2',
      'RECURRENCE-ID:20260303T100000Z',
      'DTSTART:20260303T100000Z',
    );
    expect(busyOf(applied)).toEqual(['2026-03-02T10:00:00Z', '2026-03-04T10:00:00Z']);
  });

  test('once: the same again changes nothing', () => {
    const once = after('CANCEL', 'SEQUENCE:2', 'DTSTART:20260302T100000Z');
    const text = calendar(event('SEQUENCE:2', 'DTSTART:20260302T100000Z'));
    expect(once.ok && appliedImport({ text, method: 'CANCEL' }, once.text)).toEqual(once);
  });

  test('and adds nothing where there is nothing', () => {
    const text = calendar(event('DTSTART:20260302T100000Z'));
    expect(appliedImport({ text, method: 'CANCEL' }, null)).toMatchObject({ ok: false });
  });

  test('but not a version that is newer than itself', () => {
    expect(after('CANCEL', 'SEQUENCE:0', 'DTSTART:20260302T100000Z')).toMatchObject({ ok: false });
  });
});

describe('T4 other methods', () => {
  test.each([null, 'PUBLISH', 'REQUEST'])('%s: the event becomes what the file says', (method) => {
    expect(busyOf(after(method, 'SEQUENCE:2', 'DTSTART:20260305T100000Z'))).toEqual(['2026-03-05T10:00:00Z']);
  });

  test.each([null, 'REQUEST'])('%s about one instance leaves the others where they are', (method) => {
    const applied = after(method, 'RECURRENCE-ID:20260303T100000Z', 'DTSTART:20260303T150000Z');
    expect(busyOf(applied)).toEqual(['2026-03-02T10:00:00Z', '2026-03-03T15:00:00Z', '2026-03-04T10:00:00Z']);
  });

  test('ADD makes an event of its own, the same one for the same file', () => {
    const file = calendar('METHOD:ADD\r\n', event('DTSTART:20260309T100000Z'));
    const [first] = splitImport(file, ids()).resources;
    const [again] = splitImport(file, ids()).resources;
    expect(first?.uid).not.toBe('one@example.org');
    expect(again).toEqual(first);
  });

  test.each([
    ['REPLY', 'read-reply'],
    ['COUNTER', 'read-counter'],
    ['DECLINECOUNTER', 'read-decline-counter'],
    ['REFRESH', 'read-refresh'],
  ])('%s is refused', (method, reason) => {
    const file = calendar(`METHOD:${method}\r\n`, event('DTSTART:20260309T100000Z'));
    const { resources, refused } = splitImport(file, ids());
    expect(resources).toEqual([]);
    expect(refused).toMatchObject([{ reason }]);
  });
});

test('T1 of two versions in one file the later is taken, and the other named', () => {
  const at = (hour: number, sequence: number) =>
    event(`DTSTART:20260302T${hour}0000Z`, `SEQUENCE:${sequence}`);
  const { resources, refused } = splitImport(calendar(at(10, 3), at(12, 4)), ids());
  expect(resources).toHaveLength(1);
  expect(startsOf(read(resources[0]?.text ?? ''))).toEqual(['2026-03-02T12:00:00Z']);
  expect(refused).toHaveLength(1);
});

test('T4 what a stored text takes back is taken back in one file of everything, too', () => {
  const stored = calendar('METHOD:CANCEL\r\n', event('DTSTART:20260302T100000Z'));
  const file = joinObjects([stored, SERIES.replace('one@', 'two@')], 'All');
  const busy = splitImport(file, ids()).resources.map(({ text }) => read(text).occurrences[0]?.busy);
  expect(busy).toEqual([false, true]);
});
