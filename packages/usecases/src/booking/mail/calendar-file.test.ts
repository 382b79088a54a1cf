import type { BookingRow } from '@atelier/database/booking/booking-store';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { fillCalendar } from '../../mail/fill-links.ts';
import { aStudio } from '../../studio/testing/studio-facts.ts';
import { aBooking } from '../testing/sample-booking.ts';
import { type CalendarFileFacts, calendarFile } from './calendar-file.ts';

const LINK = 'https://studio.example.org/booking/T';
const read = (bookings: readonly BookingRow[], more: Partial<CalendarFileFacts> = {}) => {
  const text = calendarFile({ bookings, artist: 'Léa', studio: aStudio(), link: LINK, as: 'mail', ...more });
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent');
  const value = (name: string, n = 0) => String(events[n]?.getFirstPropertyValue(name));
  const property = (name: string) => events[0]?.getFirstProperty(name) ?? null;
  return { text, calendar, events, value, property, method: calendar.getFirstPropertyValue('method') };
};
const OVER = ['DECLINED', 'EXPIRED', 'WITHDRAWN', 'CANCELLED'] as const;

describe('what a client’s calendar is told', () => {
  it('B14: an appointment is a request of the studio to somebody who need not answer', () => {
    const { method, property, value } = read([aBooking({ clientName: 'Nora "N" Keller' })]);
    expect(method).toBe('REQUEST');
    expect(value('organizer')).toBe('mailto:hello@studio.example.org');
    expect(property('organizer')?.getParameter('cn')).toBe('Studio Nord');
    expect(value('attendee')).toBe('mailto:nora@example.org');
    const attendee = property('attendee');
    expect(['rsvp', 'partstat', 'cn'].map((name) => attendee?.getParameter(name))).toEqual([
      'FALSE',
      'ACCEPTED',
      'Nora ’N’ Keller',
    ]);
    expect(value('status')).toBe('CONFIRMED');
  });

  it('B14: one that is not confirmed is tentative, on both sides', () => {
    const { method, value, property } = read([aBooking({ state: 'REQUESTED' })]);
    expect([method, value('status')]).toEqual(['REQUEST', 'TENTATIVE']);
    expect(property('attendee')?.getParameter('partstat')).toBe('TENTATIVE');
    expect(value('description')).toContain('not confirmed yet');
  });

  it.each(OVER)('B14: %s takes it out of the calendar by itself', (state) => {
    const { method, value } = read([aBooking({ state, version: 3 })]);
    expect([method, value('status'), value('sequence')]).toEqual(['CANCEL', 'CANCELLED', '2']);
    expect([value('uid'), value('organizer'), value('attendee')]).toEqual([
      'uid-client',
      'mailto:hello@studio.example.org',
      'mailto:nora@example.org',
    ]);
  });

  it('B14: UID stays and SEQUENCE rises, from request over confirmation and move to the end', () => {
    const life = (['REQUESTED', 'CONFIRMED', 'CONFIRMED', 'CANCELLED'] as const).map((state, n) =>
      read([aBooking({ state, version: n + 1 })]),
    );
    expect(life.map(({ value }) => value('uid'))).toEqual(Array(4).fill('uid-client'));
    expect(life.map(({ value }) => Number(value('sequence')))).toEqual([0, 1, 2, 3]);
  });

  it('B14: place, link and telephone go along, where they are known', () => {
    const { value } = read([aBooking()]);
    expect(value('location')).toBe('Studio Nord, Rue du Lac 1, 1201 Genève');
    expect(value('url')).toBe(LINK);
    expect(value('description')).toBe(`See it:\n${LINK}\nTelephone: +41 22 555 01 02`);
    const bare = read([aBooking()], { studio: aStudio({ phone: null, address: null }), link: null });
    for (const name of ['location', 'url', 'description']) expect(bare.property(name), name).toBeNull();
  });

  it('B14: where nobody reads the sender’s mailbox, it says so', () => {
    const unread = { studio: aStudio({ senderRead: false }) };
    expect(read([aBooking()], unread).value('description')).toContain('are not read here');
    expect(read([aBooking({ language: 'fr' })], unread).value('description')).toContain('ne sont pas lues');
    expect(read([aBooking()]).value('description')).not.toContain('not read');
  });

  it('B14: what the client fetches asks nobody anything', () => {
    for (const state of ['CONFIRMED', 'CANCELLED'] as const) {
      const { method, property, value } = read([aBooking({ state })], { as: 'file' });
      expect(method).toBe('PUBLISH');
      expect(property('attendee')).toBeNull();
      expect([value('organizer'), value('status')]).toEqual(['mailto:hello@studio.example.org', state]);
    }
  });

  it('B14: several sessions are no request, which has one UID', () => {
    const { method, events } = read([aBooking({ uid: 'a' }), aBooking({ uid: 'b' }), aBooking({ uid: 'c' })]);
    expect([method, events.length]).toEqual(['PUBLISH', 3]);
  });

  it('B14: without a sender there is no organizer, and it is a plain file', () => {
    const { method, property } = read([aBooking()], { studio: aStudio({ sender: null }) });
    expect(method).toBeNull();
    expect([property('organizer'), property('attendee')]).toEqual([null, null]);
  });

  it('B10: a name that is an advertisement is not said', () => {
    const { property } = read([aBooking({ clientName: 'Buy at www.pills.example' })]);
    expect(property('attendee')?.getParameter('cn')).toBeUndefined();
  });
});

describe('calendar file', () => {
  it('B11: is read back in both languages, in UTC, whatever the clocks do', () => {
    const night = { startsAt: new Date('2026-10-25T00:30:00Z'), endsAt: new Date('2026-10-25T02:30:00Z') };
    const english = read([aBooking({ ...night, state: 'REQUESTED' })]);
    expect(english.value('summary')).toBe('Request (not confirmed): Small with Léa');
    expect([english.value('dtstart'), english.value('dtend')]).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-25T02:30:00Z',
    ]);
    const french = read([aBooking({ ...night, language: 'fr' })]);
    expect(french.value('summary')).toBe('Small avec Léa');
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
  ])('B10: %j is one value and no line of its own', (typed) => {
    const booking = aBooking({ serviceName: typed, clientName: typed });
    const studio = aStudio({ name: typed, address: `Rue 1\n${typed}` });
    const { text, events } = read([booking], { artist: typed, studio });
    expect(events).toHaveLength(1);
    expect(events[0]?.getAllProperties()).toHaveLength(14);
    expect(events[0]?.getAllProperties('attendee')).toHaveLength(1);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
    }
  });
});

describe('links in a calendar file', () => {
  const secrets = { seal: (plain: string) => plain, open: (sealed: string) => sealed, isStale: () => false };
  const url = `https://studio.example.org/booking/${'T'.repeat(60)}`;
  const mail = (calendar: string) => ({
    id: '1',
    body: '',
    links: JSON.stringify({ manage: url }),
    calendar,
  });

  it('B10, B14: stand in their places when it is sent, folded anew, and nowhere that somebody has typed', () => {
    const { text } = read([aBooking({ serviceName: '{manage}', clientName: '{manage}' })], {
      link: '{manage}',
      artist: '{manage}',
    });
    expect(text).not.toContain('TTTT');
    const filled = fillCalendar(secrets, mail(text)) ?? '';
    for (const line of filled.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const [event] = new ICAL.Component(ICAL.parse(filled)).getAllSubcomponents('vevent');
    expect(event?.getFirstPropertyValue('url')).toBe(url);
    expect(event?.getFirstPropertyValue('description')).toContain(url);
    expect(event?.getFirstPropertyValue('summary')).toBe('{manage} with {manage}');
  });
});
