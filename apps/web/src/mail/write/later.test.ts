import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { laterChoices, momentOf } from './later.ts';

test.each([
  ['2026-03-10T17:00[Europe/Zurich]', '2026-03-11T08:00:00.000Z', '2026-03-16T08:00:00.000Z'],
  ['2026-03-15T17:00[Europe/Zurich]', '2026-03-16T08:00:00.000Z', '2026-03-23T08:00:00.000Z'],
  ['2026-03-16T17:00[Europe/Zurich]', '2026-03-17T08:00:00.000Z', '2026-03-23T08:00:00.000Z'],
  ['2026-03-28T17:00[Europe/Zurich]', '2026-03-29T07:00:00.000Z', '2026-03-30T07:00:00.000Z'],
])('M3 at %s, tomorrow and Monday are mornings where the person is', (now, tomorrow, monday) => {
  const choices = laterChoices(Temporal.ZonedDateTime.from(now));
  expect(choices.slice(1).map(({ at }) => at.toISOString())).toEqual([tomorrow, monday]);
});

test('M3 a time is read where the person is, and only when it is whole', () => {
  expect(momentOf('2026-07-10T09:00', 'Europe/Zurich')?.toISOString()).toBe('2026-07-10T07:00:00.000Z');
  expect(momentOf('2026-07-10', 'Europe/Zurich')).toBeNull();
});
