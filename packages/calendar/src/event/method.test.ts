import { describe, expect, test } from 'vitest';
import { readObject } from '../read/read-object.ts';
import { BERLIN_2026, calendar, event, read } from '../testing/calendar-text.ts';

const EVENT = event('DTSTART:20260302T100000Z', 'DTEND:20260302T110000Z', 'RRULE:FREQ=DAILY;COUNT=2');
const withMethod = (method: string) => `METHOD:${method}\r\n`;

describe('T4 METHOD says what becomes of the events in a text', () => {
  test.each(['CANCEL', 'cancel', ' Cancel '])('%s takes them back', (method) => {
    const object = read(calendar(withMethod(method), EVENT));
    expect(object.occurrences.map(({ busy }) => busy)).toEqual([false, false]);
    expect(object.components[0]?.status).toBe('cancelled');
  });

  test('wherever in the calendar it stands, and with quoted parameters', () => {
    expect(read(calendar(EVENT, withMethod('CANCEL'))).occurrences[0]?.busy).toBe(false);
    const quoted = calendar('METHOD;X-A="b:c":CANCEL\r\n', EVENT);
    expect(read(quoted).occurrences[0]?.busy).toBe(false);
  });

  test.each(['PUBLISH', 'REQUEST', 'ADD', 'X-OTHER', ''])('“%s” leaves them as they are', (method) => {
    expect(read(calendar(withMethod(method), EVENT)).occurrences.map(({ busy }) => busy)).toEqual([
      true,
      true,
    ]);
  });

  test.each([
    ['REPLY', 'read-reply'],
    ['COUNTER', 'read-counter'],
    ['DECLINECOUNTER', 'read-decline-counter'],
    ['REFRESH', 'read-refresh'],
  ])('%s is a message and no event', (method, reason) => {
    const result = readObject(calendar(withMethod(method), EVENT), BERLIN_2026);
    expect(result).toEqual({ ok: false, reason });
  });

  test('that of an alarm or an event is none', () => {
    const inside = EVENT.replace('END:VEVENT', 'METHOD:CANCEL\r\nEND:VEVENT');
    expect(read(calendar(inside)).occurrences[0]?.busy).toBe(true);
  });
});
