import { expect, type FrameLocator, type Page } from '@playwright/test';
import { studioDate } from './studio.ts';

export const heldTime = (page: Page) => page.locator('[data-hold=held]');
export const slots = (page: Page) => page.locator('[data-slot]');

/** Opens an artist's page and stands before the times of a day that is whole and some way off. */
export async function openTimes(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('main ul a').first().click();
  await expect(slots(page).first()).toBeVisible();
  await openDay(page);
}

/**
 * Shows the times of the studio's day so many days from now: four weeks are in sight at once, wherever the month ends.
 * Not of today: it may be over, and its next time may go while a test is under way.
 */
export async function openDay(page: Page | FrameLocator, days = 3): Promise<void> {
  const day = page.locator(`[data-date="${studioDate(days)}"]`);
  await day.and(page.locator('[data-open]')).click();
  await expect(day).toHaveClass(/bg-accent /);
  await expect(page.locator('[data-slot]').nth(3)).toBeVisible();
}

/** Chooses the `nth` time of the day and waits until it is kept. @returns its start, ISO 8601 */
export async function keepTime(page: Page, nth: number): Promise<string> {
  const slot = slots(page).nth(nth);
  await slot.click();
  await expect(heldTime(page)).toBeVisible();
  return (await slot.getAttribute('data-slot')) ?? '';
}

export async function fillDetails(page: Page, name = 'Ana Keller'): Promise<void> {
  await page.locator('#name').fill(name);
  await page.locator('#email').fill(`${name.split(' ')[0]?.toLowerCase()}@example.org`);
  await page.locator('#note').fill('A small swallow on the left wrist.');
  const question = page.locator('textarea[id^=answer-]');
  if (await question.count()) await question.fill('None');
}

/** The one button that goes on, whatever it is called in whichever language. */
export const goOn = (page: Page) => page.locator('main button.bg-accent').last();
