import { expect, test } from 'vitest';
import { eventFile, fold, timeLine } from './event-builder.ts';

const zoned = Temporal.ZonedDateTime.from('2026-03-27T10:00[Europe/Zurich]');

test('the type of a time decides how it is written', () => {
  expect(timeLine('DTSTART', zoned)).toBe('DTSTART;TZID=Europe/Zurich:20260327T100000');
  expect(timeLine('DTSTART', zoned.toInstant())).toBe('DTSTART:20260327T090000Z');
  expect(timeLine('DTSTART', zoned.toPlainDateTime())).toBe('DTSTART:20260327T100000');
  expect(timeLine('DTSTART', zoned.toPlainDate())).toBe('DTSTART;VALUE=DATE:20260327');
});

test('a series with an override, as a file', () => {
  const week = (weeks: number) => zoned.add({ weeks });
  const file = eventFile(
    {
      uid: 'series',
      start: zoned,
      duration: 'PT1H',
      rrule: 'FREQ=WEEKLY',
      exdates: [week(1)],
      summary: 'Séance; dos, 1/2',
    },
    [{ recurrenceId: week(2), start: week(2).add({ hours: 1 }), status: 'TENTATIVE' }],
  );
  const afterZone = file.slice(file.indexOf('END:VTIMEZONE'));
  expect(afterZone.split('\r\n')).toEqual([
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    'UID:series',
    'DTSTAMP:20260101T000000Z',
    'DTSTART;TZID=Europe/Zurich:20260327T100000',
    'DURATION:PT1H',
    'RRULE:FREQ=WEEKLY',
    'EXDATE;TZID=Europe/Zurich:20260403T100000',
    'SUMMARY:Séance\\; dos\\, 1/2',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:series',
    'DTSTAMP:20260101T000000Z',
    'RECURRENCE-ID;TZID=Europe/Zurich:20260410T100000',
    'DTSTART;TZID=Europe/Zurich:20260410T110000',
    'STATUS:TENTATIVE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('lines are folded at 75 octets, between characters', () => {
  const folded = fold(`SUMMARY:${'é🌙'.repeat(40)}`);
  for (const line of folded.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(folded.replaceAll('\r\n ', '')).toBe(`SUMMARY:${'é🌙'.repeat(40)}`);
});
