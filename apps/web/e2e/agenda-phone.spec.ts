import type { Locator } from '@playwright/test';
import { expect, signIn, test, toast } from './studio.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(what: Locator): Promise<Box> {
  const box = await what.boundingBox();
  if (!box) throw new Error('it is not to be seen');
  return box;
}

const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

test('I3 I10 on a phone a sentence is at thumb’s reach, and what is said lies over nothing that is pressed', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, '/agenda?date=2031-03-12');
  await page.getByRole('button', { name: 'Quick add' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Quick add' });
  const { y, height } = await boxOf(sheet);
  expect(Math.round(y + height)).toBe(740);
  await page.keyboard.type('Koi with Ana 12 March 2031 at 14:00');
  await expect(sheet).toContainText('14:00 – 15:00');
  await sheet.getByRole('button', { name: 'Save' }).tap();
  await expect(page.locator('.agenda-event', { hasText: 'Koi with Ana' })).toBeVisible();
  await toast(page, 'Koi with Ana');
  const said = page.locator('[data-sonner-toast]').first();
  const under = [
    page.locator('footer'),
    page.getByRole('navigation'),
    page.getByRole('button', { name: 'Quick add' }),
  ];
  for (const what of under)
    await expect.poll(async () => overlap(await boxOf(said), await boxOf(what))).toBe(false);
  await page.getByRole('button', { name: 'Undo' }).tap();
  await expect(page.locator('.agenda-event', { hasText: 'Koi with Ana' })).toHaveCount(0);
});

for (const [language, search] of [
  ['en', 'Search events'],
  ['fr', 'Chercher des événements'],
] as const) {
  test(`I10 at 360 px nothing of the toolbar is out of sight, and days begin at one edge: ${language}`, async ({
    page,
    studio,
  }) => {
    await page.addInitScript((chosen) => localStorage.setItem('atelier.language', chosen), language);
    await signIn(page, studio, '/agenda');
    const { x, width } = await boxOf(page.getByRole('button', { name: search }));
    expect(x + width).toBeLessThanOrEqual(360);
    const headings = page.locator('[data-grid] [data-date] > [role="link"]:first-child');
    await expect(headings.first()).toBeVisible();
    // Of today the mark, of other days the words, which have their room around them.
    const edges = await headings.evaluateAll((all) =>
      all.map((one) => {
        const isToday = one.parentElement?.getAttribute('aria-current') === 'date';
        const inset = isToday ? 0 : Number.parseFloat(getComputedStyle(one).paddingLeft);
        return Math.round(one.getBoundingClientRect().left + inset);
      }),
    );
    expect(new Set(edges).size).toBe(1);
  });
}
