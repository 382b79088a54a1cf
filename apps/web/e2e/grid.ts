import { expect, type Locator, type Page } from '@playwright/test';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The blocks of an event. */
export const block = (page: Page, name: string): Locator => page.locator('.agenda-event', { hasText: name });

/** Where a time stands on the screen. @param date ISO @param time `HH:MM` */
export async function point(page: Page, date: string, time: string): Promise<Point> {
  const box = await page.locator(`.agenda-lane[data-date="${date}"]`).boundingBox();
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (!box) throw new Error(`no lane of ${date}`);
  return { x: box.x + box.width / 2, y: box.y + (box.height * (hour * 60 + minute)) / 1_440 };
}

/** The middle of a block, or its lower edge. */
export async function gripOf(event: Locator, edge = false): Promise<Point> {
  const box = await event.boundingBox();
  if (!box) throw new Error('no block');
  return { x: box.x + box.width / 2, y: edge ? box.y + box.height - 2 : box.y + box.height / 2 };
}

/** Without letting go. */
export async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

/** What one finger does. */
export async function fingerOf(page: Page) {
  const touch = await page.context().newCDPSession(page);
  return (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ ...at }] : [] });
}

export const says = (event: Locator, text: string) => expect(event).toContainText(text);
