import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { readFree } from './read-free.ts';

const now = Temporal.ZonedDateTime.from('2026-12-02T10:00[Europe/Zurich]');

test.each([
  ['en', 'who is free for 3 h at 14:00 on Thursday', '2026-12-03T14:00', 180],
  ['en', 'Who’s free tomorrow at 9 for 90 min?', '2026-12-03T09:00', 90],
  ['en', 'who is free for 3 h at 14:00', '2026-12-02T14:00', 180],
  ['en', 'free Friday from 10 to 12', '2026-12-04T10:00', 120],
  ['en', 'anyone available today at 4pm', '2026-12-02T16:00', 60],
  ['fr', 'qui est libre 3 h à 14 h jeudi', '2026-12-03T14:00', 180],
  ['fr', 'Qui est libre 3h à 14h', '2026-12-02T14:00', 180],
  ['fr', 'qui est disponible demain à 9 h 30 pendant 2 heures ?', '2026-12-03T09:30', 120],
  ['fr', 'libre demain 9h à 12h', '2026-12-03T09:00', 180],
  ['fr', 'libre 1 h 30 à 10 h demain', '2026-12-03T10:00', 90],
  ['fr', 'libre vendredi de 10h à 12h', '2026-12-04T10:00', 120],
] as const)('who is free, in %s: %s', (language, text, start, minutes) => {
  expect(readFree(text, { language, now })).toEqual({ start, minutes });
});

test('without a time it asks for one, and what asks nothing is no question', () => {
  expect(readFree('who is free on Thursday', { language: 'en', now })).toEqual({ start: null, minutes: 0 });
  expect(readFree('who is free', { language: 'en', now })?.start).toBeNull();
  for (const text of ['Freedom tattoo', 'library', 'who paid', 'qui est libre'])
    expect(readFree(text, { language: 'en', now }), text).toBeNull();
});
