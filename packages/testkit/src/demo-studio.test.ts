import fc from 'fast-check';
import { expect, test } from 'vitest';
import { artistDays } from './demo-appointments.ts';
import { fillDemo, STUDIO_ZONE } from './demo-studio.ts';
import { startSandbox } from './sandbox/sandbox.ts';
import { checkObject } from './sandbox/store/object-check.ts';
import { seededRandom } from './seeded-random.ts';

const today = Temporal.PlainDate.from('2026-11-21');

/** Start and end of a session, in the studio's wall time. */
function spanOf({ ics }: { ics: string }): [string, string] {
  const value = (name: string) => new RegExp(`^${name};TZID=Europe/Zurich:(.*)\r$`, 'm').exec(ics)?.[1] ?? '';
  return [value('DTSTART'), value('DTEND')];
}

test('two artists, five calendars, one of them read-only, all of it valid and the same each time', async () => {
  await using first = await startSandbox();
  await using second = await startSandbox();
  const studio = fillDemo(first, { today });
  fillDemo(second, { today });
  expect(studio.users.flatMap(({ calendars }) => calendars.map(({ uri }) => uri))).toHaveLength(5);
  expect(studio.users.flatMap(({ calendars }) => calendars).filter(({ readOnly }) => readOnly)).toHaveLength(
    1,
  );
  for (const { name, calendars } of studio.users) {
    for (const { uri } of calendars) {
      const objects = first.objects(name, uri);
      expect(objects.size).toBeGreaterThan(3);
      for (const { body } of objects.values()) expect(checkObject(body).ok).toBe(true);
      expect([...second.objects(name, uri).keys()]).toEqual([...objects.keys()]);
    }
  }
});

test('there are several zones, series with exceptions, and days off', async () => {
  await using sandbox = await startSandbox();
  const { users } = fillDemo(sandbox, { today });
  const all = users
    .flatMap(({ name, calendars }) =>
      calendars.flatMap(({ uri }) => [...sandbox.objects(name, uri).values()]),
    )
    .map(({ body }) => body)
    .join('');
  for (const found of [
    'TZID=America/New_York',
    'TZID=Asia/Tokyo',
    'EXDATE',
    'RECURRENCE-ID',
    'VALUE=DATE',
    'FREQ=MONTHLY',
  ]) {
    expect(all).toContain(found);
  }
});

test('whatever the day and the hour: something runs now, tomorrow has sessions, and none overlap', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.oneof(fc.nat(1439), fc.constant(1439)), fc.nat(), (days, minute, seed) => {
      const day = today.add({ days });
      const time = Temporal.PlainTime.from('00:00').add({ minutes: minute });
      const scene = { today: day, time, zone: STUDIO_ZONE, random: seededRandom(seed) };
      const spans = artistDays({ ...scene, busy: [], running: true })
        .map(spanOf)
        .toSorted();
      const now = day.toPlainDateTime(time).toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
      expect(spans.some(([start, end]) => start <= now && now < end)).toBe(true);
      const tomorrow = day.add({ days: 1 }).toString().replaceAll('-', '');
      expect(spans.some(([start]) => start.startsWith(tomorrow))).toBe(true);
      for (const [at, [, end]] of spans.entries()) expect(end <= (spans[at + 1]?.[0] ?? 'z')).toBe(true);
    }),
    { numRuns: 30 },
  );
});
