import type { BrowserContext, Page } from '@playwright/test';
import { percentile } from '../percentile.ts';

export interface PageCost {
  /** Milliseconds from the start of the navigation until events of the month stand there. */
  readonly paintMs: number;
  readonly switchP50: number;
  readonly switchP95: number;
  /** Of the main thread: says on a busy machine, too, what a page costs. */
  readonly paintCpuMs: number;
  readonly switchCpuMs: number;
  /** The longest task while the page opened and while it was switched; 0 where none took 50 ms. */
  readonly longestMs: number;
  /** Octets over the wire, compressed. */
  readonly scriptBytes: number;
  readonly dataBytes: number;
}

interface Watched {
  paintMs: number | null;
  longestMs: number;
  changedMs: number;
}

declare global {
  interface Window {
    bench: Watched;
  }
}

/** So many events at least, before a month counts as painted. */
const SOME = 20;
const QUIET_MS = 120;
const SWITCHES = 20;

/** Opens an address in a fresh page and switches month and week by their keys. @param events selects an event on the page */
export async function measurePage(context: BrowserContext, url: string, events: string): Promise<PageCost> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const bytes = { script: 0, data: 0 };
  page.on('response', async (response) => {
    const type = response.headers()['content-type'] ?? '';
    const kind = type.includes('javascript') ? 'script' : type.includes('json') ? 'data' : null;
    const sizes = kind
      ? await response
          .request()
          .sizes()
          .catch(() => null)
      : null;
    if (kind && sizes) bytes[kind] += sizes.responseBodySize;
  });
  await page.addInitScript(watch, { events, some: SOME });
  const cpuMs = await cpuOf(page);
  await page.goto(url);
  await page.waitForFunction(() => window.bench.paintMs !== null);
  await quiet(page);
  const opened = { ...bytes };
  const paintCpuMs = await cpuMs();
  // Once each for the cache: what is measured is a switch between views that were seen before.
  for (const key of ['w', 'm']) await press(page, key);
  const times: number[] = [];
  const before = await cpuMs();
  for (let n = 0; n < SWITCHES; n += 1) times.push(await press(page, n % 2 === 0 ? 'w' : 'm'));
  const switchCpuMs = ((await cpuMs()) - before) / SWITCHES;
  const { paintMs, longestMs } = await page.evaluate(() => window.bench);
  await page.close();
  return {
    paintMs: paintMs ?? Number.NaN,
    switchP50: percentile(times, 0.5),
    switchP95: percentile(times, 0.95),
    paintCpuMs,
    switchCpuMs,
    longestMs,
    scriptBytes: opened.script,
    dataBytes: opened.data,
  };
}

/** How long the main thread of a page has worked so far. */
async function cpuOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
  };
}

/** From the key until the last change of the page before it is quiet. */
async function press(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    addEventListener('keydown', () => Object.assign(window.bench, { pressedMs: performance.now() }), {
      capture: true,
      once: true,
    });
  });
  await page.keyboard.press(key);
  await quiet(page);
  return page.evaluate(() => {
    const { changedMs, pressedMs } = window.bench as Watched & { pressedMs: number };
    return Math.max(0, changedMs - pressedMs);
  });
}

async function quiet(page: Page): Promise<void> {
  await page.waitForFunction((ms) => performance.now() - window.bench.changedMs > ms, QUIET_MS);
}

/** Runs in the page, before anything of it. */
function watch({ events, some }: { readonly events: string; readonly some: number }): void {
  window.bench = { paintMs: null, longestMs: 0, changedMs: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      window.bench.longestMs = Math.max(window.bench.longestMs, duration);
  }).observe({ type: 'longtask' });
  const changed = () => {
    // The frame after a change is when somebody sees it.
    requestAnimationFrame(() => {
      window.bench.changedMs = performance.now();
      if (window.bench.paintMs === null && document.querySelectorAll(events).length >= some)
        window.bench.paintMs = performance.now();
    });
  };
  new MutationObserver(changed).observe(document, { childList: true, subtree: true, attributes: true });
}
