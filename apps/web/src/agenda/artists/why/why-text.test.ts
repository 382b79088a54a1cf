import { en } from '@atelier/words/studio/en';
import { fr } from '@atelier/words/studio/fr';
import { expect, test } from 'vitest';
import { createFormats } from '../../../time/formats.ts';
import { type WhyReader, whyGroups, whyText } from './why-text.ts';

const at = (time: string) => Date.parse(`2026-12-03T${time}:00+01:00`);
const reader = (more: Partial<WhyReader> = {}): WhyReader => ({
  words: en,
  formats: createFormats('en-GB'),
  zone: 'Europe/Zurich',
  date: '2026-12-03',
  closures: { hours: { weekly: {}, overrides: [], closures: [] } as never, studio: [] },
  titleOf: () => null,
  ...more,
});
const by = { start: at('10:00'), end: at('11:30'), kind: 'event' } as const;

test('I4 what takes the time is named where it may be read, and called what it is elsewhere', () => {
  expect(whyText({ reason: 'BUSY', by }, reader({ titleOf: () => 'Koi' }))).toBe(
    '“Koi”, 10:00 to 11:30, takes the time.',
  );
  expect(whyText({ reason: 'BUSY', by }, reader())).toBe('An event, 10:00 to 11:30, takes the time.');
  expect(whyText({ reason: 'BUSY', by: null }, reader())).toBe('No chair is free then.');
  expect(whyText({ reason: 'BUFFER', by: { ...by, kind: 'confirmed' }, buffer: 15 }, reader())).toContain(
    'An appointment, 10:00 to 11:30, is too near: 15 mins',
  );
});

test('I4 a closed day says by whom, an open one from when to when', () => {
  const open = [{ start: at('09:00'), end: at('17:30') }];
  expect(whyText({ reason: 'CLOSED', open, runsOver: false }, reader())).toContain('09:00 – 17:30');
  const studio = [{ from: '2026-12-01', to: '2026-12-05', reason: 'Roof' }];
  const closures = { hours: { weekly: {}, overrides: [], closures: [] } as never, studio };
  expect(whyText({ reason: 'CLOSED', open: [], runsOver: false }, reader({ closures }))).toBe(
    'The whole studio is closed on this day. (Roof)',
  );
});

test('I4 services with one answer stand together, in both languages', () => {
  const service = (name: string, why: Parameters<typeof whyText>[0] | null) => ({
    id: name,
    name,
    minutes: 60,
    why,
  });
  const all = [
    service('Large', { reason: 'LIMIT', most: 3 }),
    service('Small', null),
    service('Medium', { reason: 'LIMIT', most: 3 }),
  ];
  const shown = (words: typeof en | typeof fr) =>
    whyGroups(all, reader({ words: words as typeof en })).map(({ text, services }) => [
      text,
      services.map(({ name }) => name),
    ]);
  expect(shown(en)).toEqual([
    ['Offered to clients.', ['Small']],
    ['The day has the 3 bookings that it may have.', ['Large', 'Medium']],
  ]);
  expect(shown(fr as never)[1]?.[0]).toBe('Ce jour a déjà ses 3 réservations.');
});
