import { type Sandbox, startSandbox } from '@atelier/testkit/sandbox/sandbox';
import { expectFineInBoth } from './accessible.ts';
import { test as base, expect, NEIGHBOURS, signIn, toast } from './studio.ts';

/** A studio whose Nextcloud is played on this machine. */
const test = base.extend<{ nextcloud: Sandbox }>({
  nextcloud: async ({ playwright: _ }, use) => {
    await using nextcloud = await startSandbox({ layout: 'nextcloud' });
    nextcloud.addUser('ann', 'password of ann');
    nextcloud.addCalendar('ann', { uri: 'work', name: 'Work at the Nextcloud' });
    await use(nextcloud);
  },
});
test.use({ environment: NEIGHBOURS });

test('P9: whoever grants access on the page of their Nextcloud chooses the calendars; the app password goes with the account', async ({
  page,
  studio,
  nextcloud,
}) => {
  await signIn(page, studio, '/connections?connect=true');
  await page.getByRole('button', { name: /^Nextcloud/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Server address').fill(nextcloud.origin);
  await expectFineInBoth(page, 'where the Nextcloud is');
  const opened = page.waitForEvent('popup');
  await dialog.getByRole('button', { name: 'Sign in at your Nextcloud' }).click();
  await expect(dialog.getByText('Waiting for your Nextcloud')).toBeVisible();
  await expectFineInBoth(page, 'waiting for the Nextcloud');
  const tab = await opened;
  await tab.getByRole('button', { name: 'Grant access as ann' }).click();
  await expect(tab.getByText('Account connected')).toBeVisible();
  await tab.close();

  await expect(dialog.getByLabel('Work at the Nextcloud')).toBeChecked();
  await dialog.getByRole('button', { name: 'Connect 1 calendar' }).click();
  await expect(page).toHaveURL(/\/agenda/);
  expect(nextcloud.login?.issued('ann')).toBe(1);

  await page.goto(`${studio.url}/connections`);
  await page.getByRole('button', { name: /Remove account: ann\b/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove account' }).click();
  await toast(page, 'app password was taken back');
  expect(nextcloud.login?.issued('ann')).toBe(0);
});
