import { findProgram } from '../packages/testkit/src/find-program.ts';

/** The first has no windows, and less to do. */
const BROWSERS = ['chromium-headless-shell', 'chromium'];

/** The browser that tests are done with: `CHROMIUM`, or what Debian brings. */
export function findBrowser(): string | null {
  return (
    process.env['CHROMIUM'] ??
    BROWSERS.map((name) => findProgram(name)).find((place) => place !== null) ??
    null
  );
}
