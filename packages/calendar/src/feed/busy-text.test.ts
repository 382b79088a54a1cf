import { describe, expect, it } from 'vitest';
import { readObject } from '../read/read-object.ts';
import { busyText } from './busy-text.ts';

const words = { title: 'Busy', nameFor: (uid: string) => `busy-${uid.length}` };
const year = { zone: 'Europe/Zurich', from: Date.UTC(2026, 0), to: Date.UTC(2027, 0) };

const SERIES = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//SECRET//EN',
  'X-WR-CALNAME:SECRET',
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Zurich',
  'X-LIC-LOCATION:SECRET',
  'BEGIN:DAYLIGHT',
  'TZNAME:SECRET',
  'DTSTART:19810329T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'UID:SECRET@lawyer',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;TZID=Europe/Zurich;X-NOTE=SECRET:20260305T100000',
  'DURATION:PT2H',
  'RRULE:FREQ=WEEKLY;COUNT=8',
  'EXDATE;TZID=Europe/Zurich:20260312T100000',
  'SUMMARY:SECRET',
  'LOCATION:SECRET',
  'DESCRIPTION:SECRET',
  'ATTENDEE;CN=SECRET:mailto:secret@lawyer.test',
  'CATEGORIES:SECRET',
  'X-SECRET:SECRET',
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  'DESCRIPTION:SECRET',
  'TRIGGER:-PT1H',
  'END:VALARM',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:SECRET@lawyer',
  'DTSTAMP:20260101T000000Z',
  'RECURRENCE-ID;TZID=Europe/Zurich:20260402T100000',
  'DTSTART;TZID=Europe/Zurich:20260402T150000',
  'DTEND;TZID=Europe/Zurich:20260402T160000',
  'SUMMARY:SECRET too',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const occurrences = (text: string) => {
  const read = readObject(text, year);
  if (!read.ok) throw new Error(read.reason);
  return read.object.occurrences.map(({ start, end, busy }) => [start, end, busy]);
};

const single = (...lines: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTART:20260305T100000Z',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

describe('I8 what is told of an event where only busy times are shared', () => {
  it('is when it is, series and changed instance, across a change of the clock, and not a word of it', () => {
    const text = busyText(SERIES, words) ?? '';
    expect(text.toUpperCase()).not.toContain('SECRET');
    expect(occurrences(text)).toEqual(occurrences(SERIES));
    expect(occurrences(text)).toHaveLength(7);
    expect(text).toContain('SUMMARY:Busy');
  });

  it.each(['TRANSP:TRANSPARENT', 'STATUS:CANCELLED'])('is nothing where it blocks no time: %s', (line) => {
    expect(busyText(single(line), words)).toBeNull();
    expect(busyText(single(), words)).not.toBeNull();
  });

  it('is nothing that only looks like a time or a rule', () => {
    const text =
      busyText(single('RRULE:FREQ=DAILY;COUNT=2', 'RDATE:my “SECRET” day', 'EXDATE:SECRET.'), words) ?? '';
    expect(text).not.toContain('SECRET');
    expect(text).toContain('RRULE:FREQ=DAILY;COUNT=2');
  });

  it('is nothing of a text that is no calendar', () => {
    expect(busyText('SECRET', words)).toBeNull();
  });
});
