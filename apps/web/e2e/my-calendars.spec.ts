import { dovecotInstalled } from '@atelier/testkit/mail/dovecot';
import { startSandboxServer } from '@atelier/testkit/sandbox-server';
import { expectFineInBoth } from './accessible.ts';
import { IRIS, openDesk } from './desk.ts';
import { connectMailbox, startMailServers } from './mail-servers.ts';
import { expect, NEIGHBOURS, signIn, test, toast } from './studio.ts';

test.use({ environment: NEIGHBOURS });
test.setTimeout(120_000);

test('P8 P9: an artist connects an account of their own, keeps one calendar private, and is offered the next', async ({
  page,
  browser,
  studio,
}) => {
  await openDesk(studio);
  await using server = await startSandboxServer();
  const { sandbox, username, password } = server;
  sandbox.addCalendar(username, { uri: 'walls', name: 'Walls and murals' });
  sandbox.addCalendar(username, { uri: 'family', name: 'Family' });

  await signIn(page, studio, '/account', IRIS);
  await page.getByRole('link', { name: 'Connect and look after them' }).click();
  await expect(page.getByRole('heading', { name: 'My calendars', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Connect an account' }).first().click();
  await page.getByLabel('Your mail address, or the address of your calendar').fill(sandbox.origin);
  await page.getByRole('button', { name: 'Find it' }).click();
  await page.getByLabel('User name').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await page.getByRole('button', { name: 'Choose calendars' }).click();
  await page.getByRole('button', { name: 'Connect 2 calendars' }).click();
  await expect(page).toHaveURL(/\/agenda/);

  await page.goto(`${studio.url}/connections`);
  const lock = page.getByRole('button', { name: 'Use Family as my private calendar' });
  await expect(lock).toBeVisible({ timeout: 30_000 });
  await expectFineInBoth(page, 'my calendars');
  await lock.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Use as my private calendar' }).click();
  await toast(page, 'Family is your private calendar now.');
  await expect(page.getByText('Private', { exact: true })).toBeVisible();

  const owners = await browser.newPage();
  await signIn(owners, studio, '/connections');
  const card = owners.getByRole('region', { name: new RegExp(`^${username}`) });
  await expect(card.getByRole('switch', { name: 'Keep Walls and murals in step' })).toBeVisible();
  await expect(card.getByRole('switch', { name: 'Keep Family in step' })).toHaveCount(0);
  await owners.close();

  sandbox.addCalendar(username, { uri: 'guests', name: 'Guest spots' });
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Agenda' }).click();
  await page.getByRole('button', { name: /sync all/i }).click();
  await page.goto(`${studio.url}/waiting`);
  const offered = page.getByRole('region', { name: /New calendars/ });
  await expect(offered.getByText('Guest spots')).toBeVisible({ timeout: 30_000 });
  await expectFineInBoth(page, 'a calendar that is offered');
  await offered.getByRole('button', { name: 'Keep it in step: Guest spots' }).click();
  await toast(page, 'Guest spots is kept in step from now on.');
  await expect(offered).toHaveCount(0);
});

test('P9: whoever has just given their mail is offered the calendars of the same address', async ({
  page,
  studio,
}) => {
  test.skip(!dovecotInstalled, 'Dovecot is not installed');
  await using servers = await startMailServers();
  await signIn(page, studio, '/mail');
  await connectMailbox(page, servers, 'owner@icloud.com');
  await toast(page, 'Your calendars are at iCloud too.');
  await page.getByRole('button', { name: 'Connect them' }).click();
  const field = page.getByLabel('Your mail address, or the address of your calendar');
  await expect(field).toHaveValue('owner@icloud.com');
  await page.getByRole('button', { name: 'Find it' }).click();
  await expect(page.getByLabel('Apple Account')).toHaveValue('owner@icloud.com');
});
