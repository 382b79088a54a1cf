import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { startSandbox } from '@atelier/testkit/sandbox/sandbox';
import { expect, it } from 'vitest';
import { cli } from './testing/run-cli.ts';
import { runSignIn } from './testing/run-sign-in.ts';

it('P9: the command line names the page of a Nextcloud, and goes on when somebody has granted access there', async () => {
  await using test = await createTestDatabase();
  await using nextcloud = await startSandbox({ layout: 'nextcloud' });
  nextcloud.addUser('ann', 'password of ann');
  nextcloud.addCalendar('ann', { uri: 'work', name: 'Work' });
  const env = { DATABASE_URL: test.url, ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1' };
  await cli(
    env,
    ['user', 'add', '--email', 'owner@studio.test', '--name', 'O', '--role', 'admin', '--password-stdin'],
    'a long password of the owner',
  );
  const runAs = async (args: readonly string[]) =>
    (await runSignIn(env, args, (url) => nextcloud.login?.grant(url, 'ann'))).answer;
  const connected = await runAs(['connect', '--kind', 'nextcloud', '--url', nextcloud.origin]);
  expect(connected).toMatchObject({ calendars: [{ name: 'Work', selected: true }] });
  const connectionId = String(connected['connectionId']);
  expect(await runAs(['connection', 'renew', connectionId, '--sign-in'])).toMatchObject({ connectionId });
  expect(JSON.stringify(connected)).not.toContain('app-');
});
