import { expect, test } from 'vitest';
import { bottomSections, sectionsFor } from './sections.ts';

const names = (sections: readonly { name: string }[]) => sections.map(({ name }) => name);

test('everybody works with the agenda, bookings and ideas', () => {
  for (const role of ['ADMIN', 'STAFF', 'ARTIST'] as const)
    expect(names(sectionsFor(role))).toEqual(
      expect.arrayContaining(['dashboard', 'agenda', 'bookings', 'inquiries']),
    );
});

test('artists set what they offer, the front desk does not', () => {
  expect(names(sectionsFor('ARTIST'))).toContain('studio');
  expect(names(sectionsFor('STAFF'))).not.toContain('studio');
});

test('only an admin sees connections, health, people and mail', () => {
  const admins = ['connections', 'health', 'people', 'mails'];
  expect(names(sectionsFor('ADMIN'))).toEqual(expect.arrayContaining(admins));
  for (const role of ['STAFF', 'ARTIST'] as const)
    expect(names(sectionsFor(role)).filter((name) => admins.includes(name))).toEqual([]);
});

test('P9: everybody else has their own calendars under a name that says so', () => {
  for (const role of ['STAFF', 'ARTIST'] as const) expect(names(sectionsFor(role))).toContain('myCalendars');
  expect(names(sectionsFor('ADMIN'))).not.toContain('myCalendars');
});

test('a phone shows at most five at its bottom and loses none', () => {
  for (const role of ['ADMIN', 'STAFF', 'ARTIST'] as const) {
    const { shown, more } = bottomSections(role);
    expect(shown.length + (more.length > 0 ? 1 : 0)).toBeLessThanOrEqual(5);
    expect([...shown, ...more]).toEqual(sectionsFor(role));
  }
});
