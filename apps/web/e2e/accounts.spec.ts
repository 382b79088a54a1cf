import { feedEvent, feedFile, startFeedServer } from '@atelier/testkit/feed-server';
import { expectFineInBoth } from './accessible.ts';
import { expect, NEIGHBOURS, signIn, test } from './studio.ts';

test.use({ environment: NEIGHBOURS });

test('a calendar is followed by its address; a web page instead of it is told apart', async ({
  page,
  studio,
}) => {
  await using server = await startFeedServer();
  const head = 'X-WR-CALNAME:Convention Lausanne\r\n';
  server.publish('/public.html', {
    body: '<!doctype html><p>Our calendar',
    headers: { 'content-type': 'text/html' },
  });
  server.publish('/secret-key.ics', { body: feedFile([feedEvent('a', '20260309T090000Z')], head) });

  await signIn(page, studio, '/connections?connect=true');
  await page.getByRole('button', { name: /Calendar address/ }).click();
  await expect(page.getByLabel('User name')).toHaveCount(0);
  await expectFineInBoth(page, 'the form for an address');
  const address = page.getByLabel('Address of the calendar');
  await address.fill(`${server.origin}/public.html`);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('leads to a web page', { exact: false })).toBeVisible();

  await address.fill(`${server.origin}/secret-key.ics`);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await page.getByRole('button', { name: 'Choose calendars' }).click();
  await page.getByRole('button', { name: 'Connect 1 calendar' }).click();
  await expect(page).toHaveURL(/\/agenda/);

  await page.goto(`${studio.url}/connections`);
  const card = page.getByRole('region', { name: /Convention Lausanne/ });
  await expect(card.getByText('Calendar address (.ics)', { exact: false })).toBeVisible();
  await expect(card.getByText('Read only')).toBeVisible();
  // Whoever knows the address can read the calendar.
  await expect(page.getByText('secret-key', { exact: false })).toHaveCount(0);
});
