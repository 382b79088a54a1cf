import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findFaketime, machineEnvironment } from '../../../scripts/moved-machine.ts';
import { findBrowser } from '../../../scripts/programs.ts';
import { type Screen, screens } from './screens.ts';

const HELP = `Takes a picture of every screen of the demo studio, started afresh.

  pnpm pictures                 those of the guide, into docs/images
  pnpm pictures --only a,b      these of them
  pnpm pictures --all --out DIR every screen: phone and laptop, light and dark, English and French

It is a Wednesday morning there, where libfaketime is installed (Debian: faketime).
`;

const root = fileURLToPath(new URL('../../../', import.meta.url));
const ZONE = 'Europe/Zurich';
const [EMAIL, PASSWORD] = ['mara@studio.example', 'a password of the owner'];
const QUALITY = 80;
const ASKED_MS = 1_200;

interface Look {
  readonly device: 'laptop' | 'phone';
  readonly scheme: 'light' | 'dark';
  readonly language: 'en' | 'fr';
}

const GUIDE: Look = { device: 'laptop', scheme: 'light', language: 'en' };
const SIZES = { laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 780 } } as const;

const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    out: { type: 'string', default: join(root, 'docs/images') },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) process.stdout.write(HELP);
else await takeAll(values.out, values.all);

async function takeAll(out: string, every: boolean): Promise<void> {
  const library = findFaketime();
  const at = wednesday();
  const moved = library === null ? {} : machineEnvironment({ at: at.toString(), zone: ZONE }, library);
  // The pages are told the time of the studio, by the module that reads it here.
  if (moved['FAKETIME'] !== undefined) process.env['FAKETIME'] = moved['FAKETIME'];
  const { browserEnvironment, movedBrowser } = await import('../e2e/moved-clock.ts');
  await mkdir(out, { recursive: true });
  await using studio = await openStudio(moved);
  const browser = movedBrowser(
    await chromium.launch({
      executablePath: findBrowser() ?? 'chromium',
      args: ['--no-sandbox', '--disable-gpu'],
      env: browserEnvironment,
    }),
  );
  const day = (library === null ? Temporal.Now.plainDateISO(ZONE) : at.toPlainDate()).add({ days: 1 });
  const only = values.only?.split(',');
  const shownIn = (language: Look['language']) =>
    screens(day.toString(), language).filter(({ name }) => only === undefined || only.includes(name));
  for (const look of every ? looks() : [GUIDE])
    await takeLook(browser, studio.url, { look, shown: shownIn(look.language), out, every });
  const onPhone = shownIn('en').filter(({ phone }) => phone === true);
  const phone = { ...GUIDE, device: 'phone' } as const;
  if (!every) await takeLook(browser, studio.url, { look: phone, shown: onPhone, out, every });
  await browser.close();
}

function wednesday(): Temporal.ZonedDateTime {
  const today = Temporal.Now.zonedDateTimeISO(ZONE);
  const next = today.add({ days: ((3 - today.dayOfWeek + 7) % 7) + 7 });
  return next.with({ hour: 10, minute: 20, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
}

function looks(): readonly Look[] {
  return (['laptop', 'phone'] as const).flatMap((device) =>
    (['light', 'dark'] as const).flatMap((scheme) =>
      (['en', 'fr'] as const).map((language) => ({ device, scheme, language })),
    ),
  );
}

interface Taking {
  readonly look: Look;
  readonly shown: readonly Screen[];
  readonly out: string;
  /** Whether the look is part of the name. */
  readonly every: boolean;
}

async function takeLook(browser: Browser, url: string, { look, shown, out, every }: Taking): Promise<void> {
  const { device, scheme, language } = look;
  const context = await browser.newContext({
    viewport: SIZES[device],
    colorScheme: scheme,
    locale: language === 'en' ? 'en-GB' : 'fr-CH',
    timezoneId: ZONE,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    hasTouch: device === 'phone',
    isMobile: device === 'phone',
  });
  await context.addInitScript((spoken) => localStorage.setItem('atelier.language', spoken), language);
  const data = { email: EMAIL, password: PASSWORD };
  await context.request.post(`${url}/api/auth/sign-in/email`, { data, headers: { origin: url } });
  for (const screen of shown) {
    const page = await context.newPage();
    const suffix = every ? `-${device}-${scheme}-${language}` : device === 'phone' ? '-phone' : '';
    const file = `${screen.name}${suffix}.webp`;
    const trouble = await take(page, url, screen, join(out, file)).catch((error: unknown) => error);
    process.stdout.write(trouble === undefined ? `${file}\n` : `${file}: not taken. ${String(trouble)}\n`);
    await page.close();
  }
  await context.close();
}

async function take(page: Page, url: string, screen: Screen, file: string): Promise<void> {
  await page.goto(url + screen.path);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await screen.prepare?.(page);
  // What was typed is asked for a moment later.
  await page.waitForTimeout(ASKED_MS);
  await page.waitForLoadState('networkidle');
  await page.locator('.animate-pulse, .animate-sweep').first().waitFor({ state: 'detached' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise(requestAnimationFrame);
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  await writeFile(file, Buffer.from(data, 'base64'));
}

/** The whole product, started as a newcomer starts it, in a home of its own. */
async function openStudio(
  moved: Record<string, string>,
): Promise<AsyncDisposable & { readonly url: string }> {
  const home = await mkdtemp(join(tmpdir(), 'atelier-pictures-'));
  // Where root starts it, its database runs as another user, who has to get in.
  await chmod(home, 0o755);
  const port = await freePort();
  const child = spawn('node', ['apps/cli/src/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      ...moved,
      PORT: String(port),
      ATELIER_HOME: home,
      ATELIER_ADMIN_EMAIL: EMAIL,
      ATELIER_ADMIN_PASSWORD: PASSWORD,
      ATELIER_TIME_ZONE: ZONE,
      ATELIER_DEMO_WAITING: '1',
      ATELIER_RATE_LIMITS: 'off',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await ready(child);
  return {
    url: `http://localhost:${port}`,
    [Symbol.asyncDispose]: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function ready(child: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let output = '';
  child.once('exit', () => reject(new Error(`Atelier did not start:\n${output}`)));
  child.stdout?.on('data', (chunk) => {
    output += String(chunk);
    if (output.includes('Ctrl-C stops')) resolve();
  });
  await promise;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}
