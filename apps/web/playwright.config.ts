import { defineConfig } from '@playwright/test';
import { browserEnvironment } from './e2e/moved-clock.ts';

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
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
  // One studio for all: the tests follow one person through one day.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: chromium, args: quiet, env: browserEnvironment },
    locale: 'en-GB',
    timezoneId: 'Europe/Zurich',
    trace: 'retain-on-failure',
  },
});
