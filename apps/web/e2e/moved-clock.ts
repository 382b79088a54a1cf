import type { Browser, BrowserContextOptions } from '@playwright/test';

/**
 * How far the clock of this process, and of the studio it starts, was moved by libfaketime: "+86400", in seconds. The
 * browser does not live with that library; its pages are told the time instead.
 */
const MOVED_MS = Number(process.env['FAKETIME'] ?? 0) * 1_000;

/** The environment for a browser: everything but the library. */
export const browserEnvironment: Record<string, string> = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name === 'LD_PRELOAD' || name === 'FAKETIME' ? [] : [[name, value]],
  ),
);

/** Lets all pages of a browser live at the time of this process. */
export function movedBrowser(browser: Browser): Browser {
  if (MOVED_MS === 0) return browser;
  const open = browser.newContext.bind(browser);
  return Object.assign(browser, {
    async newContext(options?: BrowserContextOptions) {
      const context = await open(options);
      await context.addInitScript(moveDate, MOVED_MS);
      return context;
    },
  });
}

function moveDate(by: number): void {
  const now = Date.now;
  const moved = () => now() + by;
  globalThis.Date = new Proxy(Date, {
    construct: (target, given, made) => Reflect.construct(target, given.length ? given : [moved()], made),
    apply: (target) => new target(moved()).toString(),
    get: (target, name) => (name === 'now' ? moved : Reflect.get(target, name)),
  });
  if (typeof Temporal === 'undefined') return;
  const zoned = (zone?: Temporal.TimeZoneLike) =>
    Temporal.Instant.fromEpochMilliseconds(moved()).toZonedDateTimeISO(
      zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    );
  Object.assign(Temporal.Now, {
    instant: () => Temporal.Instant.fromEpochMilliseconds(moved()),
    zonedDateTimeISO: zoned,
    plainDateTimeISO: (zone?: Temporal.TimeZoneLike) => zoned(zone).toPlainDateTime(),
    plainDateISO: (zone?: Temporal.TimeZoneLike) => zoned(zone).toPlainDate(),
    plainTimeISO: (zone?: Temporal.TimeZoneLike) => zoned(zone).toPlainTime(),
  });
}
