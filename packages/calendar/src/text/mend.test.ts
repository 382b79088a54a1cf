import { describe, expect, test } from 'vitest';
import { calendar, event, read, startsOf } from '../testing/calendar-text.ts';

const TEXT = calendar(event('DTSTART:20260302T100000Z', 'SUMMARY:One'));
const EVENT = event('DTSTART:20260302T100000Z', 'SUMMARY:One');

describe('a text that is not quite iCalendar is mended and flagged', () => {
  test.each([
    ['a byte order mark', `\uFEFF${TEXT}`],
    ['a byte order mark read as Latin-1', `ï»¿${TEXT}`],
    ['a byte order mark behind blank lines', `\uFEFF\r\n\r\n${TEXT}`],
    ['lone CR line ends', TEXT.replaceAll('\r\n', '\r')],
    ['a garbage line', TEXT.replace('SUMMARY', 'what is this\r\nSUMMARY')],
    ['control characters', TEXT.replace('One', 'O\0n\u0007e')],
    ['no END:VCALENDAR', TEXT.replace('END:VCALENDAR\r\n', '')],
    ['no END at all', TEXT.replace(/END:VEVENT[^]*/, '')],
    ['no END:VEVENT', TEXT.replace('END:VEVENT\r\n', '')],
    ['an alarm without END', TEXT.replace('END:VEVENT', 'BEGIN:VALARM\r\nEND:VEVENT')],
    ['an END too many', TEXT.replace('END:VEVENT', 'END:VALARM\r\nEND:VEVENT')],
    ['no VCALENDAR around it', EVENT],
  ])('%s', (_, text) => {
    const object = read(text);
    expect(startsOf(object)).toEqual(['2026-03-02T10:00:00Z']);
    expect(object.components.map((component) => component.summary)).toEqual(['One']);
    expect(object.flags).toEqual(['repaired']);
  });

  test.each([
    ['2026-03-02 10:00', '2026-03-02T09:00:00Z'],
    ['2026-03-02T10:00:00Z', '2026-03-02T10:00:00Z'],
    ['20260302T1000', '2026-03-02T09:00:00Z'],
    ['20260302 100000', '2026-03-02T09:00:00Z'],
    ['20260302T100000z', '2026-03-02T10:00:00Z'],
    ['2026-03-02T10:00:00+03:00', '2026-03-02T07:00:00Z'],
    ['2026-03-02T10:00:00.000Z', '2026-03-02T10:00:00Z'],
    ['2026-03-02', '2026-03-02'],
    [' 20260302T100000Z ', '2026-03-02T10:00:00Z'],
  ])('the time "%s"', (time, expected) => {
    const object = read(calendar(event(`DTSTART:${time}`)));
    expect(startsOf(object)).toEqual([expected]);
    expect(object.flags).toEqual(['repaired']);
  });

  test('an event that never ended does not swallow the next', () => {
    const object = read(
      calendar(EVENT.replace('END:VEVENT\r\n', ''), event('UID:two', 'DTSTART:20260303T100000Z')),
    );
    expect(startsOf(object)).toEqual(['2026-03-02T10:00:00Z', '2026-03-03T10:00:00Z']);
    expect(object.flags).toEqual(['repaired', 'mixed-uids']);
  });

  test('a line of EXDATE with one bad value keeps the good ones', () => {
    const object = read(
      calendar(event('DTSTART:20260302T100000Z', 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE:soon,20260303T100000Z')),
    );
    expect(startsOf(object)).toEqual(['2026-03-02T10:00:00Z', '2026-03-04T10:00:00Z']);
    expect(object.flags).toEqual(['repaired']);
  });
});

describe('what is unusual and allowed is not flagged', () => {
  test.each([
    ['LF line ends, as XML leaves them', TEXT.replaceAll('\r\n', '\n')],
    ['folding in the middle of a name', TEXT.replace('SUMMARY', 'SUM\r\n MARY')],
    ['folding with a tab', TEXT.replace('One', 'O\r\n\tne')],
    ['folding before the colon', TEXT.replace('DTSTART:', 'DTSTART\r\n :')],
    ['lower case', TEXT.replace('BEGIN:VEVENT', 'begin:vevent').replace('DTSTART', 'dtstart')],
    ['blank lines', TEXT.replaceAll('\r\n', '\r\n\r\n')],
    ['properties nobody knows', TEXT.replace('SUMMARY', 'X-A;X-B="c:d;e":f\r\nSUMMARY')],
    [
      'components nobody knows',
      TEXT.replace('END:VEVENT', 'BEGIN:X-BOX\r\nSUMMARY:Two\r\nEND:X-BOX\r\nEND:VEVENT'),
    ],
  ])('%s', (_, text) => {
    const object = read(text);
    expect(object.components[0]?.summary).toBe('One');
    expect(startsOf(object)).toEqual(['2026-03-02T10:00:00Z']);
    expect(object.flags).toEqual([]);
  });
});
