import { expect, test } from 'vitest';
import { BERLIN_2026, calendar, event } from '../testing/calendar-text.ts';
import { expandIcsFile } from './expand-file.ts';

test('lists the instances in the window by start, timed ones as instants and whole days as dates', () => {
  const file = calendar(
    event('UID:b', 'DTSTART:20260303T100000Z', 'DTEND:20260303T110000Z', 'SUMMARY:Once'),
    event(
      'UID:a',
      'DTSTART;VALUE=DATE:20260302',
      'RRULE:FREQ=DAILY;COUNT=2',
      'TRANSP:TRANSPARENT',
      'SUMMARY:Days',
    ),
    event('UID:c', 'DTSTART:20200303T100000Z', 'SUMMARY:Long ago'),
  );
  const day = { uid: 'a', allDay: true, busy: false, summary: 'Days', flags: [] };
  expect(expandIcsFile(file, BERLIN_2026)).toEqual([
    { ...day, recurrenceId: '20260302', start: '2026-03-02', end: '2026-03-03' },
    { ...day, recurrenceId: '20260303', start: '2026-03-03', end: '2026-03-04' },
    {
      uid: 'b',
      recurrenceId: null,
      start: '2026-03-03T10:00:00Z',
      end: '2026-03-03T11:00:00Z',
      allDay: false,
      busy: true,
      summary: 'Once',
      flags: [],
    },
  ]);
});

test('S10 shows what it cannot read, behind the rest', () => {
  const file = calendar(
    event('UID:lost', 'SUMMARY:When?'),
    event('UID:wild', 'DTSTART:19700101T000000Z', 'RRULE:FREQ=SECONDLY;COUNT=2000000000', 'SUMMARY:Wild'),
    event('UID:odd', 'DTSTART:20200101T000000Z', 'RRULE:FREQ=OFTEN', 'SUMMARY:Odd'),
    event('UID:none', 'DTSTART:20260101T000000Z', 'RRULE:FREQ=DAILY;COUNT=1', 'EXDATE:20260101T000000Z'),
    event('UID:over', 'DTSTART:20260201T100000Z', 'RRULE:FREQ=DAILY;UNTIL=20260101T000000Z'),
    event('UID:good', 'DTSTART:20260303T100000Z'),
  );
  const rows = expandIcsFile(file, BERLIN_2026);
  expect(rows.map(({ uid, start, error, flags }) => ({ uid, start, error, flags }))).toEqual([
    { uid: 'good', start: '2026-03-03T10:00:00Z', error: undefined, flags: [] },
    { uid: 'lost', start: null, error: 'read-without-start', flags: [] },
    {
      uid: 'none',
      start: null,
      error: 'expand-all-excluded',
      flags: ['no-instances'],
    },
    { uid: 'odd', start: null, error: 'expand-rule-unreadable', flags: ['invalid-rule'] },
    {
      uid: 'over',
      start: null,
      error: 'expand-ends-first',
      flags: ['no-instances'],
    },
    {
      uid: 'wild',
      start: null,
      error: 'expand-too-complex',
      flags: ['too-complex'],
    },
  ]);
});

test('S10 a file that is none says so', () => {
  expect(expandIcsFile('<html>', BERLIN_2026)).toMatchObject([{ uid: '', error: 'read-no-calendar' }]);
});
