import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where on the PATH a program lies; null where it is not installed. */
export function findProgram(name: string): string | null {
  const places = (process.env['PATH'] ?? '').split(delimiter).map((directory) => join(directory, name));
  return places.find((place) => existsSync(place)) ?? null;
}

/** The first has no windows, and less to do. */
const BROWSERS = ['chromium-headless-shell', 'chromium'];

/** The browser that tests are done with: `CHROMIUM`, or what Debian brings. */
export function findBrowser(): string | null {
  return process.env['CHROMIUM'] ?? BROWSERS.map(findProgram).find((place) => place !== null) ?? null;
}
