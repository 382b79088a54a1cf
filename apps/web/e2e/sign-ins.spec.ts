import { type AuthoritySandbox, startAuthority } from '@atelier/testkit/authority/authority-sandbox';
import { startGraphSandbox } from '@atelier/testkit/sandbox-graph/graph-sandbox';
import type { Page } from '@playwright/test';
import { expectFineInBoth } from './accessible.ts';
import { test as base, expect, signIn, toast } from './studio.ts';

const LENA = { id: 'lena-id', mail: 'lena@studio.test', tenant: 'studio' };
const NOA = { id: 'noa-id', mail: 'noa@studio.test', tenant: 'studio' };

/** A studio that is registered at Microsoft, as it is played on this machine. */
const test = base.extend<object, { authority: AuthoritySandbox }>({
  authority: [
    async ({ playwright: _ }, use) => {
      await using authority = await startAuthority({ provider: 'microsoft' });
      for (const person of [LENA, NOA]) authority.addPerson(person);
      await use(authority);
    },
    { scope: 'worker' },
  ],
  environment: [
    async ({ authority }, use) => {
      const accepts = (token: string) => authority.bearer(`Bearer ${token}`)?.mail ?? null;
      await using graph = await startGraphSandbox({ accepts });
      for (const { mail } of [LENA, NOA]) {
        graph.addUser(mail);
        graph.addCalendar(mail, { id: `of-${mail}`, name: 'Appointments at Microsoft' });
      }
      await use({
        ...authority.settings,
        ATELIER_MICROSOFT_GRAPH: graph.url,
        ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
      });
    },
    { scope: 'worker' },
  ],
});

const allowAs = (page: Page, mail: string) => page.getByRole('button', { name: `Allow as ${mail}` }).click();

test('P9: whoever signs in with Microsoft chooses the calendars at once; a no is told as one', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, '/connections?connect=true');
  await page.getByRole('button', { name: /^Microsoft/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('See and change calendars', { exact: true })).toBeVisible();
  await expectFineInBoth(page, 'what Microsoft will ask');
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
  await page.getByRole('button', { name: 'Do not allow' }).click();
  await expect(dialog.getByText('Nothing was agreed to at Microsoft', { exact: false })).toBeVisible();

  await dialog.getByRole('button', { name: 'Start again' }).click();
  await page.getByRole('button', { name: /^Microsoft/ }).click();
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
  await allowAs(page, LENA.mail);
  await expect(dialog.getByText(`Signed in as ${LENA.mail}.`)).toBeVisible();
  await expect(dialog.getByLabel('Appointments at Microsoft')).toBeChecked();
  // It opened before there was anything to choose: the focus waits on the whole, and not on what would close it.
  await expect(dialog).toBeFocused();
  await expectFineInBoth(page, 'the calendars to choose from');
  await dialog.getByRole('button', { name: /^Connect \d calendars?$/ }).click();
  await expect(page).toHaveURL(/\/agenda/);

  await page.goto(`${studio.url}/connections`);
  const card = page.getByRole('region', { name: new RegExp(LENA.mail) });
  await expect(card.getByText('Rights at the provider', { exact: false })).toBeVisible();
});

test('P2: a sign-in that was taken back waits for one button; another account is refused, the same goes on', async ({
  page,
  studio,
  authority,
}) => {
  await signIn(page, studio, '/connections');
  authority.revoke(LENA.mail);
  const card = page.getByRole('region', { name: new RegExp(LENA.mail) });
  await page.goto(`${studio.url}/health`);
  await page.getByRole('button', { name: 'Sync all now' }).click();
  await page.goto(`${studio.url}/waiting`);
  await page.getByRole('button', { name: /Sign in with Microsoft again/ }).click();
  await allowAs(page, NOA.mail);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('another account', { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(card.getByText('The sign-in with Microsoft has ended')).toBeVisible();
  await expectFineInBoth(page, 'a sign-in that has ended');

  await card.getByRole('button', { name: 'Sign in with Microsoft again' }).click();
  await allowAs(page, LENA.mail);
  await toast(page, 'goes on');
  await expect(card.getByText('In order')).toBeVisible();
});

test('P8: an account goes together with its sign-in, and the rights are said to be taken back by hand', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, '/connections');
  await page.getByRole('button', { name: new RegExp(`Remove account: .*${LENA.mail}`) }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove account' }).click();
  await toast(page, 'its sign-in forgotten');
});

test('P2: where nothing is registered, the steps are told with the address to paste', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, '/connections?connect=true');
  await page.getByRole('button', { name: /^Google/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('This Atelier is not registered at Google yet')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Redirect address' })).toHaveValue(
    `${studio.url}/api/oauth/callback`,
  );
  await expect(page.getByRole('button', { name: 'Sign in with Google' })).toHaveCount(0);
  await expectFineInBoth(page, 'what to register');
});
