import { fill } from '@atelier/sync/testing/sync-world';
import { expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import { openTestStudio } from '../booking/testing/studio.ts';
import { syncFigures } from './sync-figures.ts';

const ann: Actor = { userId: 'ann', name: 'Ann', email: 'ann@studio.test', role: 'ADMIN' };
const max: Actor = { userId: 'max', name: 'Max', email: 'max@studio.test', role: 'ARTIST' };

it('I8: says day by day what runs came to, and how far behind each calendar is, of what is seen', async () => {
  await using studio = await openTestStudio();
  const { world, context, calendarId } = studio;
  fill(world, 'lea', 3);
  world.at = new Date(world.at.getTime() + 60_000);
  await world.sync(calendarId);
  world.at = new Date(world.at.getTime() + 86_400_000);
  const { days, lags } = await syncFigures(context, ann, { days: 3 });
  expect(days.map(({ day, pulled, failed }) => [day, pulled, failed])).toEqual([
    ['2026-03-09', 0, 0],
    ['2026-03-10', 3, 0],
    ['2026-03-11', 0, 0],
  ]);
  expect(lags).toEqual([{ calendarId, seconds: 86_400 }]);
  const others = await syncFigures(context, max, { days: 3 });
  expect(others.days.every(({ runs }) => runs === 0)).toBe(true);
  expect(others.lags).toEqual([]);
});
