import { expect, test } from 'vitest';
import { calendar, event } from '../testing/calendar-text.ts';
import { splitIcsFile } from './ics-file.ts';

function zone(tzid: string): string {
  const standard =
    'BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nEND:STANDARD';
  return `BEGIN:VTIMEZONE\r\nTZID:${tzid}\r\n${standard}\r\nEND:VTIMEZONE\r\n`;
}

test('gives a resource for each UID, in file order, with its lines untouched', () => {
  const master = event(
    'UID:a',
    'DTSTART;TZID=Here:20260302T100000',
    'RRULE:FREQ=DAILY',
    'X-ODD;Y=1:folded\r\n  text',
  );
  const override = event(
    'UID:a',
    'RECURRENCE-ID;TZID=Here:20260303T100000',
    'DTSTART;TZID="There":20260303T110000',
  );
  const other = event('UID:b', 'DTSTART:20260302T100000Z');
  const resources = splitIcsFile(
    calendar(zone('Here'), zone('There'), zone('Nobody'), master, other, override),
  );
  expect(resources.map((resource) => resource.uid)).toEqual(['a', 'b']);
  const [a, b] = resources.map((resource) => resource.text);
  expect(a).toContain(master + override);
  expect(a).toContain(zone('Here') + zone('There'));
  expect(a).not.toContain('Nobody');
  expect(b).toContain(other);
  expect(b).not.toContain('VTIMEZONE');
});

test('finds the zone of a TZID with a colon, with and without quotes', () => {
  const own = zone('(UTC+01:00) Berlin');
  for (const tzid of ['(UTC+01:00) Berlin', '"(UTC+01:00) Berlin"']) {
    const [resource] = splitIcsFile(calendar(own, event(`DTSTART;TZID=${tzid}:20260302T100000`)));
    expect(resource?.text).toContain(own);
  }
});

test('each resource is a whole calendar and splits into itself', () => {
  const [resource] = splitIcsFile(calendar(zone('Here'), event('DTSTART;TZID=Here:20260302T100000')));
  expect(splitIcsFile(resource?.text ?? '')).toEqual([resource]);
  expect(resource?.text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
  expect(resource?.text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
});

test('leaves METHOD behind, which a stored resource must not have', () => {
  const text = calendar(event('DTSTART:20260302T100000Z')).replace('VERSION', 'METHOD:REQUEST\r\nVERSION');
  expect(splitIcsFile(text)[0]?.text).not.toContain('METHOD');
});

test('components without UID, and several calendars in one file, are kept apart', () => {
  const anonymous = 'BEGIN:VEVENT\r\nDTSTART:20260302T100000Z\r\nEND:VEVENT\r\n';
  const file = calendar(anonymous, anonymous) + calendar(event('UID:a', 'DTSTART:20260302T100000Z'));
  expect(splitIcsFile(file).map((resource) => resource.uid)).toEqual(['', '', 'a']);
});

test('an event that was cut off is ended', () => {
  const cut = calendar(event('UID:a', 'DTSTART:20260302T100000Z')).replace(/END:VEVENT[^]*/, '');
  expect(splitIcsFile(cut)[0]?.text).toContain('DTSTART:20260302T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n');
});

test('a text without components gives nothing', () => {
  expect(splitIcsFile('<html></html>')).toEqual([]);
  expect(splitIcsFile('')).toEqual([]);
});
