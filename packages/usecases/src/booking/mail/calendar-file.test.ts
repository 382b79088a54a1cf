import type { BookingRow } from '@atelier/database/booking/booking-store';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar-file.ts';
import { aBooking } from './test-booking.ts';

const read = (bookings: readonly BookingRow[], artist = 'Léa') => {
  const text = calendarFile(bookings, artist);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent');
  const value = (name: string, n = 0) => String(events[n]?.getFirstPropertyValue(name));
  return { text, calendar, events, value };
};

describe('calendar file', () => {
  it('B11: is read back in both languages, in UTC, whatever the clocks do', () => {
    const night = { startsAt: new Date('2026-10-25T00:30:00Z'), endsAt: new Date('2026-10-25T02:30:00Z') };
    const english = read([aBooking({ ...night, state: 'REQUESTED' })]);
    expect(english.value('summary')).toBe('Request (not confirmed): Small with Léa');
    expect([english.value('dtstart'), english.value('dtend')]).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-25T02:30:00Z',
    ]);
    expect(english.value('status')).toBe('TENTATIVE');
    const french = read([aBooking({ ...night, language: 'fr' })]);
    expect(french.value('summary')).toBe('Small avec Léa');
  });

  it('is a file and no invitation', () => {
    const { calendar, events } = read([aBooking()]);
    expect(calendar.getFirstProperty('method')).toBeNull();
    for (const name of ['organizer', 'attendee', 'description', 'url'])
      expect(events[0]?.getFirstProperty(name), name).toBeNull();
  });

  it('B9: bears another UID than the event in the artist’s calendar, and counts up with the version', () => {
    const { value } = read([aBooking({ uid: 'abc', version: 4 })]);
    expect([value('uid'), value('sequence')]).toEqual(['abc-client', '3']);
  });

  it('the same booking gives the same text', () => {
    expect(read([aBooking()]).text).toBe(read([aBooking()]).text);
  });

  it.each([
    'Small\r\nATTENDEE:mailto:x@example.org',
    'Small\nEND:VEVENT\nBEGIN:VEVENT',
    'Small\rATTENDEE:x',
    'Small\u2028ATTENDEE:x',
    'a;b,c\\n"d":e',
    `\uD800half, ${'long 🦢 '.repeat(40)}`,
  ])('B10: %j is one summary and no line of its own', (serviceName) => {
    const { text, events } = read([aBooking({ serviceName })], serviceName);
    expect(events).toHaveLength(1);
    expect(events[0]?.getAllProperties()).toHaveLength(9);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
    }
  });

  it('holds all sessions of a series', () => {
    const { events } = read([aBooking({ uid: 'a' }), aBooking({ uid: 'b' }), aBooking({ uid: 'c' })]);
    expect(events).toHaveLength(3);
  });
});
