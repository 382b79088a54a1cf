import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, type Page } from '@playwright/test';
import { addArtist, studioApi } from './booking-studio.ts';
import { fillDetails, goOn, keepTime, openTimes } from './booking-visitor.ts';
import type { Studio } from './studio.ts';

/** A visitor books and stands on the page of their booking. @returns its start, ISO 8601 */
export async function booked(page: Page, studio: Studio, slug: string, name = 'Ana Keller'): Promise<string> {
  await addArtist(await studioApi(studio), slug, { questions: false });
  await openTimes(page, `${studio.url}/book/${slug}`);
  const start = await keepTime(page, 2);
  await goOn(page).click();
  await fillDetails(page, name);
  await goOn(page).click();
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.getByRole('link', { name: 'See my booking' }).click();
  await expect(page.getByText('Request, not yet confirmed')).toBeVisible();
  return start;
}

/** A site of somebody else, on an origin of its own. */
export async function siteWith(html: string): Promise<{ readonly url: string } & AsyncDisposable> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
