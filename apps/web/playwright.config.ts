import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../scripts/programs.ts';
import { shareRunDirectory } from '../../scripts/run-directory.ts';
import { launchOf } from './e2e/chromium.ts';

shareRunDirectory();

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: false,
  // Each with a studio of its own: the tests of a file follow one person through one day.
  workers: 2,
  // On a machine that also builds and serves, a page may once be slower than any wait: tried again, and told by name.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: launchOf(findBrowser() ?? 'chromium'),
    locale: 'en-GB',
    timezoneId: 'Europe/Zurich',
    // Nothing is waited for while it only moves into its place.
    contextOptions: { reducedMotion: 'reduce' },
    // Each page would put the whole app on its device; who tests that says so.
    serviceWorkers: 'block',
    // A trace costs half as much again: `--trace retain-on-failure` where one is needed.
    screenshot: 'only-on-failure',
  },
});
