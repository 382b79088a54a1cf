import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { expect, test } from 'vitest';
import { cli } from './testing/run-cli.ts';

test('everything that a studio offers is set and read from a terminal', { timeout: 180_000 }, async () => {
  await using created = await createTestDatabase();
  const env = { DATABASE_URL: created.url };
  const json = async (args: readonly string[], stdin = ''): Promise<ReturnType<typeof JSON.parse>> => {
    const ran = await cli(env, [...args, '--json'], stdin);
    if (ran.code !== 0) throw new Error(`${args.join(' ')}: ${ran.code} ${ran.stderr}`);
    return JSON.parse(ran.stdout);
  };
  await json(['user', 'add', '--email', 'lea@b.test', '--name', 'Lea', '--role', 'artist']);
  const calendar = ['--name', 'Lea', '--owner', 'lea@b.test', '--zone', 'Europe/Zurich'];
  const { id: calendarId } = await json(['calendar', 'add', ...calendar]);
  await json(['artist', 'add', '--name', 'Lea', '--slug', 'lea', '--zone', 'UTC', '--calendar', calendarId]);
  const rules = ['--bio', 'fine line', '--zone', 'Europe/Zurich', '--user', 'lea@b.test', '--cut-off', '48h'];
  expect(
    await json(['artist', 'set', 'lea', ...rules, '--blocks', 'none', '--daily-limit', '4']),
  ).toMatchObject({
    bio: 'fine line',
    zone: 'Europe/Zurich',
    cutOffMinutes: 2_880,
    dailyLimit: 4,
    ready: { calendar: true, services: false, hours: false },
  });
  expect((await cli(env, ['artist', 'set', 'lea', '--user', 'nobody@b.test'])).code).toBe(1);

  const asked = ['--question', 'Placement*', '--question', 'Size in cm'];
  const about = ['--name', 'Small', '--minutes', '60', '--price', 'from 150', '--notice', '2h', ...asked];
  const { id } = await json(['service', 'add', '--artist', 'lea', ...about]);
  expect(await json(['service', 'set', id, '--deposit', '50', '--auto-confirm', 'true'])).toMatchObject({
    name: 'Small',
    price: 'from 150',
    deposit: '50',
    autoConfirm: true,
    noticeMinutes: 120,
    questions: [
      { label: 'Placement', required: true },
      { label: 'Size in cm', required: false },
    ],
  });
  const day = Temporal.Now.plainDateISO('Europe/Zurich').add({ days: 7 });
  const ranges = [['10:00', '13:00']];
  const overrides = [0, 7].map((days) => ({ date: day.add({ days }).toString(), ranges }));
  await json(['hours', 'set', '--artist', 'lea', '--json-stdin'], JSON.stringify({ weekly: {}, overrides }));
  const hours = await json(['hours', 'show', '--artist', 'lea']);
  expect(hours).toMatchObject({ overrides, closures: [] });
  await json(['hours', 'set', '--artist', 'lea', '--json-stdin'], JSON.stringify(hours));

  const client = ['--name', 'Nora', '--email', 'nora@example.org'];
  const first = day.toZonedDateTime({ timeZone: 'Europe/Zurich', plainTime: '10:00' }).toInstant();
  const series = ['--service', id, '--start', first.toString(), '--every', '1w', '--count', '2', ...client];
  const { bookings } = await json(['book', '--artist', 'lea', ...series]);
  expect(bookings).toMatchObject([{ state: 'CONFIRMED' }, { state: 'CONFIRMED' }]);
  expect((await cli(env, ['book', '--artist', 'lea', ...series])).code).toBe(1);

  const chair = await json(['chair', 'add', '--name', 'Window']);
  await json(['chair', 'set', chair.id, '--active', 'false']);
  expect(await json(['chair', 'list'])).toMatchObject([{ name: 'Window', active: false }]);
  const closure = await json(['closure', 'add', '--from', '2030-12-24', '--to', '2030-12-26']);
  expect(await json(['closure', 'list'])).toMatchObject([{ from: '2030-12-24', to: '2030-12-26' }]);
  await json(['closure', 'remove', closure.id]);
  expect(await json(['closure', 'list'])).toEqual([]);
  expect((await cli(env, ['service', 'list'])).stdout).toMatch(/lea +Small +60 +from 150/);
  expect((await cli(env, ['artist', 'list'])).stdout).toMatch(/lea +Lea +Europe\/Zurich +yes/);

  const { key } = await json(['api-key', 'create', '--role', 'admin', '--name', 'script']);
  expect(key).toMatch(/^atelier_[\w-]{43}$/);
  const [known] = await json(['api-key', 'list']);
  expect(known).toMatchObject({ name: 'script', lastUsedAt: null });
  expect(JSON.stringify(known)).not.toContain(key);
  await json(['api-key', 'revoke', known.id]);
  expect((await cli(env, ['api-key', 'revoke', known.id])).code).toBe(1);
});
