import type { LaunchOptions } from '@playwright/test';
import { browserEnvironment } from './moved-clock.ts';

// Root needs --no-sandbox; the rest keeps a closed network quiet.
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
];

/** @param executablePath of Chromium, or of its shell without windows */
export const launchOf = (executablePath: string): LaunchOptions => ({
  executablePath,
  args: QUIET,
  env: browserEnvironment,
});
