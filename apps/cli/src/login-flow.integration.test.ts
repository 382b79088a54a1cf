import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { projectRoot } from '@atelier/runtime/config/config';
import { startSandbox } from '@atelier/testkit/sandbox/sandbox';
import { thisMachine } from '@atelier/testkit/this-machine';
import { expect, it } from 'vitest';
import { cli } from './testing/run-cli.ts';

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
  const runAs = async (args: readonly string[]) => {
    const child = spawn(process.execPath, ['apps/cli/src/main.ts', ...args, '--no-browser', '--json'], {
      cwd: projectRoot,
      env: { ...thisMachine, PATH: process.env.PATH, ATELIER_SECRET: 's'.repeat(40), ...env },
    });
    const ended = once(child, 'exit');
    const stdout = text(child.stdout);
    let said = '';
    for await (const piece of child.stderr) {
      said += String(piece);
      const line = /^\{"event":"authorize".*\}$/m.exec(said);
      if (line) nextcloud.login?.grant((JSON.parse(line[0]) as { url: string }).url, 'ann');
      if (line) said = '';
    }
    await ended;
    return JSON.parse(await stdout) as Record<string, unknown>;
  };
  const connected = await runAs(['connect', '--kind', 'nextcloud', '--url', nextcloud.origin]);
  expect(connected).toMatchObject({ calendars: [{ name: 'Work', selected: true }] });
  const connectionId = String(connected['connectionId']);
  expect(await runAs(['connection', 'renew', connectionId, '--sign-in'])).toMatchObject({ connectionId });
  expect(JSON.stringify(connected)).not.toContain('app-');
});
