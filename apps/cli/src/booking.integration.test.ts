import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { expect, test } from 'vitest';
import { cli } from './testing/run-cli.ts';

test('B1 B5: a studio is set up, booked and answered from a terminal', async () => {
  await using created = await createTestDatabase();
  const env = { DATABASE_URL: created.url };
  const json = async (args: readonly string[], stdin = ''): Promise<ReturnType<typeof JSON.parse>> => {
    const ran = await cli(env, [...args, '--json'], stdin);
    if (ran.code !== 0) throw new Error(`${args.join(' ')}: ${ran.code} ${ran.stderr}`);
    return JSON.parse(ran.stdout);
  };
  await json(['user', 'add', '--email', 'a@b.test', '--name', 'A', '--role', 'admin']);
  const calendar = await json([
    'calendar',
    'add',
    '--name',
    'Lea',
    '--owner',
    'a@b.test',
    '--zone',
    'Europe/Zurich',
  ]);
  const artist = ['--name', 'Lea', '--slug', 'lea', '--zone', 'Europe/Zurich', '--calendar', calendar.id];
  expect(await json(['artist', 'add', ...artist])).toMatchObject({ slug: 'lea', active: true });
  expect(
    await json(['artist', 'set', 'lea', '--notice', '0m', '--horizon', '60d', '--slot-interval', '1h']),
  ).toMatchObject({ noticeMinutes: 0, horizonDays: 60, slotInterval: 60 });
  const service = await json(['service', 'add', '--artist', 'lea', '--name', 'Small', '--minutes', '60']);
  const day = Temporal.Now.plainDateISO('Europe/Zurich').add({ days: 7 });
  const date = day.toString();
  const overrides = [{ date, ranges: [['10:00', '13:00']] }];
  await json(['hours', 'set', '--artist', 'lea', '--json-stdin'], JSON.stringify({ weekly: {}, overrides }));
  const asked = ['--artist', 'lea', '--service', service.id, '--from', date, '--to', date];
  const slots = await json(['slots', ...asked]);
  expect(slots).toHaveLength(3);
  expect(slots[0]).toMatchObject({ artist: 'lea' });

  const client = ['--name', 'Nora', '--email', 'nora@example.org'];
  const wish = ['book', '--artist', 'lea', '--service', service.id, '--start', slots[1].start, ...client];
  const booked = await json([...wish, '--idempotency-key', 'one']);
  expect(booked).toMatchObject({ state: 'REQUESTED', start: slots[1].start });
  expect(await json([...wish, '--idempotency-key', 'one'])).toEqual(booked);
  const late = await cli(env, [...wish, '--json']);
  expect(late.code).toBe(1);
  expect(JSON.parse(late.stdout)).toMatchObject({
    ok: false,
    error: { message: 'This time is taken.' },
  });
  const events = await json([
    'events',
    'list',
    '--calendar',
    calendar.id,
    '--from',
    date,
    '--to',
    day.add({ days: 1 }).toString(),
    '--zone',
    'Europe/Zurich',
  ]);
  expect(events).toMatchObject([{ summary: 'REQUEST: Nora – Small' }]);
  const explained = await json(['slots', ...asked, '--explain']);
  expect(explained.map(({ reason }: { reason: string | null }) => reason)).toEqual([null, 'BUSY', null]);

  expect(await json(['booking', 'approve', booked.id])).toMatchObject({ state: 'CONFIRMED' });
  expect(await json(['booking', 'reschedule', booked.id, '--start', slots[2].start])).toMatchObject({
    start: slots[2].start,
  });
  expect(await json(['booking', 'cancel', booked.id])).toMatchObject({ state: 'CANCELLED' });
  expect(await json(['bookings', 'list'])).toMatchObject([
    { id: booked.id, state: 'CANCELLED', client: { name: 'Nora' } },
  ]);
  const series = [
    'booking',
    'add',
    '--artist',
    'lea',
    '--service',
    service.id,
    '--start',
    slots[0].start,
    ...client,
  ];
  const sessions = await json([...series, '--every', '10d', '--count', '3', '--idempotency-key', 'three']);
  expect(sessions.map(({ state }: { state: string }) => state)).toEqual([
    'CONFIRMED',
    'CONFIRMED',
    'CONFIRMED',
  ]);
  expect(await json([...series, '--every', '10d', '--count', '3', '--idempotency-key', 'three'])).toEqual(
    sessions,
  );
  const again = await cli(env, [...series, '--count', '2', '--json']);
  expect(again.code).toBe(1);
  expect(JSON.parse(again.stdout).error.message).toMatch(/^Not free: .* Nothing was booked\.$/);

  const wrong = await cli(
    env,
    ['hours', 'set', '--artist', 'lea', '--json-stdin'],
    '{"weekly":{"mo":[["9","25:00"]]}}',
  );
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toMatch(/weekly\.mo/);
}, 120_000);
