import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Studio } from './studio.ts';

const WIDTHS = [360, 1440];
/** What axe can find in dark and not in light: the two are the same page in other colours (`light-dark()`). */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

const HEADING_MS = 5_000;
const ARRIVED_MS = 15_000;
const nothing = () => undefined;

/** Nothing that axe finds, and nothing wider than the window. */
export async function expectFine(page: Page, where: string, without: readonly string[] = []): Promise<void> {
  // A page that has just been opened has its words on the way; whether it must have a heading is axe's to say.
  await page.locator('h1').first().waitFor({ state: 'attached', timeout: HEADING_MS }).catch(nothing);
  await expectNone(page, where, (axe) => axe.disableRules([...without]));
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.poll(overflow, { message: where }).toBeLessThanOrEqual(0);
}

/** The same in light and in dark. */
export async function expectFineInBoth(
  page: Page,
  where: string,
  without: readonly string[] = [],
): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectFine(page, `${where}, light`, without);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNone(page, `${where}, dark`, (axe) => axe.withRules(OF_COLOURS));
}

/** What is wrong stays wrong; what axe finds in a page that is still on its way is gone when it has arrived. */
async function expectNone(page: Page, where: string, ask: (axe: AxeBuilder) => AxeBuilder): Promise<void> {
  const found = async () => {
    await settled(page);
    return violations(ask(reader(page)));
  };
  await expect.poll(found, { message: where, timeout: ARRIVED_MS }).toEqual([]);
}

/** The same on a phone and on a laptop. */
export async function expectFineAtWidths(
  page: Page,
  where: string,
  without: readonly string[] = [],
): Promise<void> {
  for (const width of WIDTHS) {
    // Where it clicked last, there may be something else now, which opens its tooltip.
    await page.mouse.move(0, 0);
    await page.setViewportSize({ width, height: 900 });
    await page.waitForLoadState('networkidle');
    await expectFineInBoth(page, `${where} at ${width}`, without);
  }
}

/** Each of these pages of somebody who has signed in, everywhere. */
export async function expectScreensFine(
  page: Page,
  { url }: Studio,
  paths: readonly string[],
  without: readonly string[] = [],
): Promise<void> {
  for (const path of paths) {
    await page.goto(url + path);
    await expect(page.locator('h1').first()).toBeAttached();
    await expectFineAtWidths(page, path, without);
  }
}

/** Colours that change are on their way for a frame or two. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
}

/** Without the second page that only frames of other origins need, and without the list of all that is right. */
const reader = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

async function violations(axe: AxeBuilder): Promise<readonly string[]> {
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`);
}
