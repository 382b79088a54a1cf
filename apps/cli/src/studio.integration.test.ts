import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { expect, test } from 'vitest';
import { cli } from './testing/run-cli.ts';

test('I5: what the studio says is told once from a terminal, and everything made there starts from it', {
  timeout: 180_000,
}, async () => {
  await using created = await createTestDatabase();
  const env = { DATABASE_URL: created.url };
  const json = async (args: readonly string[], stdin = ''): Promise<ReturnType<typeof JSON.parse>> => {
    const ran = await cli(env, [...args, '--json'], stdin);
    if (ran.code !== 0) throw new Error(`${args.join(' ')}: ${ran.code} ${ran.stdout} ${ran.stderr}`);
    return JSON.parse(ran.stdout);
  };
  expect(await json(['studio', 'show'])).toMatchObject({ standing: 'open', reach: 'machine' });
  expect((await cli(env, ['studio', 'set', '--name', 'Nord'])).code).toBe(1);
  const told = ['--name', 'Nord', '--zone', 'Asia/Tokyo', '--phone', '+81 3 0000 0000'];
  const sent = ['--sender', 'hello@nord.example', '--url', 'https://nord.example'];
  expect(await json(['studio', 'set', ...told, ...sent])).toMatchObject({
    standing: 'told',
    reach: 'anywhere',
    mail: 'no-server',
  });
  expect((await cli(env, ['studio'])).stdout).toMatch(/Zone +Asia\/Tokyo/);
  const fixed = await cli({ ...env, ATELIER_TIME_ZONE: 'Europe/Zurich' }, ['studio', 'show']);
  expect(fixed.stdout).toMatch(/Zone +Europe\/Zurich +set by ATELIER_TIME_ZONE/);

  await json(['user', 'add', '--email', 'a@b.test', '--name', 'A', '--role', 'admin']);
  const calendar = await json(['calendar', 'add', '--name', 'Lea', '--owner', 'a@b.test']);
  await json(['artist', 'add', '--name', 'Lea', '--slug', 'lea', '--calendar', calendar.id]);
  expect(await json(['artist', 'list'])).toMatchObject([{ zone: 'Asia/Tokyo' }]);
  const { id } = await json(['service', 'add', '--artist', 'lea', '--name', 'Small', '--minutes', '60']);
  const day = Temporal.Now.plainDateISO('Asia/Tokyo').add({ days: 7 });
  const overrides = [{ date: day.toString(), ranges: [['10:00', '13:00']] }];
  await json(['hours', 'set', '--artist', 'lea', '--json-stdin'], JSON.stringify({ weekly: {}, overrides }));
  const start = day.toZonedDateTime({ timeZone: 'Asia/Tokyo', plainTime: '10:00' }).toInstant().toString();
  const client = ['--name', 'Nora', '--email', 'nora@example.org'];
  await json(['book', '--artist', 'lea', '--service', id, '--start', start, ...client]);
  const mails: readonly { to: string; text: string }[] = await json(['notices', 'list']);
  expect(mails.map(({ to }) => to).sort()).toEqual(['a@b.test', 'nora@example.org']);
  for (const { text } of mails) expect(text).toMatch(/^https:\/\/nord\.example\/booking\/\S+$/m);
  expect(mails.find(({ to }) => to === 'nora@example.org')?.text).toContain('Telephone: +81 3 0000 0000');
});
