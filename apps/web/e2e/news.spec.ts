import { type FeedServer, newsFile, type PublishedNews, startFeedServer } from '@atelier/testkit/feed-server';
import { expectFineAtWidths } from './accessible.ts';
import { expect, signIn, test, toast } from './studio.ts';

test.use({ environment: { ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1' } });
test.describe.configure({ mode: 'serial' });

let site: FeedServer;
test.beforeAll(async () => {
  site = await startFeedServer();
});
test.afterAll(() => site[Symbol.asyncDispose]());

const RSS = { 'content-type': 'application/rss+xml' };

function publish(items: readonly Omit<PublishedNews, 'link'>[]): void {
  const told = items.map((item) => ({ ...item, link: `${site.origin}/${encodeURIComponent(item.title)}` }));
  site.publish('/blog.xml', { headers: RSS, body: newsFile('Convention', told) });
  for (const { link } of told)
    site.publish(new URL(link).pathname, { headers: { 'content-type': 'text/html' }, body: 'Read on' });
}

test('N2 somebody adds a site by its address; its news are on the dashboard, and read once opened', async ({
  page,
  studio,
}) => {
  const page1 =
    '<html><head><link rel="alternate" type="application/rss+xml" href="/blog.xml"></head></html>';
  site.publish('/', { headers: { 'content-type': 'text/html' }, body: page1 });
  publish([
    { title: 'Doors open at ten', hours: 1 },
    { title: 'Who comes', hours: 5 },
  ]);
  await signIn(page, studio, '/news');
  await expect(page.getByRole('heading', { name: 'No sources yet' })).toBeVisible();
  await page.getByLabel('Address of a site or of its feed').fill(site.origin);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Latest: Doors open at ten')).toBeVisible();
  await page.getByRole('button', { name: 'Add Convention' }).click();
  await toast(page, 'Convention is among the sources now.');
  const line = page.getByRole('link', { name: /Doors open at ten/ });
  await expect(line).toContainText('unread');
  await expect(page.getByText('The source answers.')).toBeVisible();
  await expectFineAtWidths(page, 'the page of news');

  await page.goto(`${studio.url}/`);
  const widget = page.getByRole('region', { name: 'News' });
  await expect(widget.getByRole('listitem')).toHaveCount(2);
  const opened = page.context().waitForEvent('page');
  await widget.getByRole('link', { name: /Doors open at ten/ }).click();
  expect(new URL((await opened).url()).pathname).toBe('/Doors%20open%20at%20ten');
  await expect(widget.getByRole('link', { name: /Doors open at ten/ })).not.toContainText('unread');
  await expect(widget.getByRole('link', { name: /Who comes/ })).toContainText('unread');
});

test('N2 what a site publishes appears by itself; one that fails is said, and goes when it is removed', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, '/news');
  publish([
    { title: 'A prize', hours: 0 },
    { title: 'Doors open at eleven', hours: 1 },
    { title: 'Who comes', hours: 5 },
  ]);
  await page.getByRole('button', { name: 'Look now' }).click();
  await expect(page.getByRole('link', { name: /A prize/ })).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByRole('button', { name: 'Mark all as read' })).toBeHidden();

  site.publish('/blog.xml', { status: 410 });
  await page.getByRole('button', { name: 'Look now' }).click();
  await expect(page.getByText('1 source does not answer.')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Gone.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Remove Convention' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'No sources yet' })).toBeVisible();
});

test('N2 a list of feeds is looked at before anything of it is taken', async ({ page, studio }) => {
  publish([{ title: 'A prize', hours: 0 }]);
  const outline = (text: string, url: string) => `<outline text="${text}" xmlUrl="${url}"/>`;
  const opml = `<opml version="2.0"><body><outline text="Group">${outline('Convention', `${site.origin}/blog.xml`)}${outline('Unwanted', 'https://unwanted.example/feed')}</outline></body></opml>`;
  await signIn(page, studio, '/news');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'feeds.opml', mimeType: 'text/xml', buffer: Buffer.from(opml) });
  const dialog = page.getByRole('dialog', { name: 'What feeds.opml would bring' });
  await dialog.getByRole('checkbox', { name: 'Unwanted' }).click();
  await expectFineAtWidths(page, 'the list of feeds');
  await dialog.getByRole('button', { name: 'Add 1 feed' }).click();
  await toast(page, '1 feed was added.');
  await expect(page.getByRole('link', { name: /A prize/ })).toBeVisible({ timeout: 20_000 });
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the list' }).click();
  expect((await saved).suggestedFilename()).toBe('atelier.opml');
});
