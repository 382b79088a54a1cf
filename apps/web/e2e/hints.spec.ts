import { startAuthority } from '@atelier/testkit/authority/authority-sandbox';
import { startGraphSandbox } from '@atelier/testkit/sandbox-graph/graph-sandbox';
import { expectFineAtWidths } from './accessible.ts';
import { test as base, expect, signIn, toast } from './studio.ts';

const LENA = { id: 'lena-id', mail: 'lena@studio.test', tenant: 'studio' };

/** A studio that is registered at Microsoft, as it is played on this machine. */
const test = base.extend<object>({
  environment: [
    async ({ playwright: _ }, use) => {
      await using authority = await startAuthority({ provider: 'microsoft' });
      authority.addPerson(LENA);
      const accepts = (token: string) => authority.bearer(`Bearer ${token}`)?.mail ?? null;
      await using graph = await startGraphSandbox({ accepts });
      graph.addUser(LENA.mail);
      graph.addCalendar(LENA.mail, { id: 'AQMkwork', name: 'Appointments at Microsoft' });
      await use({
        ...authority.settings,
        ATELIER_MICROSOFT_GRAPH: graph.url,
        ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
      });
    },
    { scope: 'worker' },
  ],
});

// A job does what is asked for, and the agenda of the demo is read first.
test.describe.configure({ timeout: 120_000 });

test('P7: the page says by what each account is heard of, and why by nothing; a button switches it off and on', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, '/connections?connect=true');
  await page.getByRole('button', { name: /^Microsoft/ }).click();
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
  await page.getByRole('button', { name: `Allow as ${LENA.mail}` }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Connect \d calendars?$/ })
    .click();
  await expect(page).toHaveURL(/\/agenda/);

  await page.goto(`${studio.url}/health`);
  await page.getByText('Accounts', { exact: true }).click();
  await expect(page).toHaveURL(/view=accounts/);
  await expect(page.getByText('No provider can reach this Atelier')).toBeVisible();
  await expectFineAtWidths(page, 'accounts without a public address');

  // Another name than people type: from now on providers reach this machine.
  const url = studio.url.replace('localhost', '127.0.0.1');
  const headers = { origin: studio.url };
  const saved = await page.request.post(`${studio.url}/trpc/studio.save`, {
    data: { json: { url } },
    headers,
  });
  expect(saved.ok()).toBe(true);
  const card = page.getByRole('region', { name: LENA.mail });
  const off = card.getByRole('button', { name: `Ask by the clock only: ${LENA.mail}` });
  await off.click();
  await toast(page, 'From now on this account is asked by the clock.');
  await expect(card.getByText('Switched off')).toBeVisible();
  await card.getByRole('button', { name: `Have changes told: ${LENA.mail}` }).click();
  await expect(card.getByText('Told at once')).toBeVisible({ timeout: 90_000 });
  await expect(card.getByText('Notifications of Microsoft')).toBeVisible();
  await expect(page.getByText('No provider can reach this Atelier')).toBeHidden();
  await expectFineAtWidths(page, 'accounts that are told of');
});
