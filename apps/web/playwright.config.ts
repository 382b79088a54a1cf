import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../scripts/programs.ts';
import { shareRunDirectory } from '../../scripts/run-directory.ts';
import { browserEnvironment } from './e2e/moved-clock.ts';

shareRunDirectory();

// Root needs --no-sandbox; the rest keeps a closed network quiet.
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
];

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
    launchOptions: { executablePath: findBrowser() ?? 'chromium', args: quiet, env: browserEnvironment },
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
