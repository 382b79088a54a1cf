import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { movedBrowser } from './moved-clock.ts';
import { takeRefused, watchedBrowser } from './page-policy.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The whole product, started as a newcomer starts it, in a home of its own. */
export interface Studio {
  readonly url: string;
  readonly email: string;
  readonly password: string;
  /** The sandbox calendar server and its first user, for "another client". */
  readonly dav: { readonly url: string; readonly user: string; readonly password: string };
  /** Kills server, worker and all, and starts them again on the same home and port. */
  restart(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

const ZONE = 'Europe/Zurich';
const EMAIL = 'owner@studio.test';
const PASSWORD = 'a password of the owner';

/** Settings that a spec starts its studio with, beside those of all. */
type Environment = Readonly<Record<string, string>>;

/**
 * Servers that a test plays on this machine may be reached. Files that share this very value share a studio, and its
 * start.
 */
export const NEIGHBOURS: Environment = { ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1' };

export const test = base.extend<{ policy: void }, { studio: Studio; environment: Environment }>({
  browser: [({ browser }, use) => use(watchedBrowser(movedBrowser(browser))), { scope: 'worker' }],
  policy: [
    async ({ browser: _ }, use) => {
      await use();
      expect(takeRefused(), 'refused by the Content-Security-Policy').toEqual([]);
    },
    { auto: true },
  ],
  environment: [{}, { scope: 'worker', option: true }],
  studio: [
    async ({ environment }, use) => {
      const home = await mkdtemp(join(tmpdir(), 'atelier-e2e-'));
      await chmod(home, 0o755);
      const port = await freePort();
      let running = await launch(home, port, environment);
      const url = `http://localhost:${port}`;
      await use({
        url,
        email: EMAIL,
        password: PASSWORD,
        dav: running.dav,
        async restart(signal) {
          await end(running.process, signal);
          running = await launch(home, port, environment);
        },
      });
      await end(running.process, 'SIGTERM');
      await rm(home, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

export { expect } from '@playwright/test';

/** What a page has just said. */
export const toast = (page: Page, words: string | RegExp) =>
  expect(page.locator('[data-sonner-toast]').filter({ hasText: words }).first()).toBeVisible();

async function launch(
  home: string,
  port: number,
  environment: Environment,
): Promise<{ process: ChildProcess; dav: Studio['dav'] }> {
  const child = spawn('node', ['apps/cli/src/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      ATELIER_HOME: home,
      ATELIER_ADMIN_EMAIL: EMAIL,
      ATELIER_ADMIN_PASSWORD: PASSWORD,
      ATELIER_TIME_ZONE: ZONE,
      ATELIER_RATE_LIMITS: 'off',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const ready = Promise.withResolvers<void>();
  child.once('exit', () => ready.reject(new Error(`Atelier did not start:\n${output}`)));
  child.stdout.on('data', (chunk) => {
    output += chunk;
    if (output.includes('Ctrl-C stops')) ready.resolve();
  });
  await ready.promise;
  const url = /Demo calendar server (\S+)/.exec(output)?.[1] ?? '';
  const [, user = '', password = ''] = /user (\S+), password (\S+)/.exec(output) ?? [];
  return { process: child, dav: { url, user, password } };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** What another client does: a plain HTTP PUT or DELETE of an event at the provider. */
export async function otherClient(
  { dav }: Studio,
  method: 'PUT' | 'DELETE',
  calendar: string,
  name: string,
  ics?: string,
): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${dav.user}:${dav.password}`).toString('base64')}`;
  const answer = await fetch(`${dav.url}calendars/${dav.user}/${calendar}/${name}`, {
    method,
    headers: { authorization, 'content-type': 'text/calendar; charset=utf-8' },
    ...(ics === undefined ? {} : { body: ics }),
  });
  if (!answer.ok) throw new Error(`${method} answered ${answer.status}`);
}

/** The date at the studio, so many days from today. */
export const studioDate = (days: number) => Temporal.Now.plainDateISO(ZONE).add({ days }).toString();

/** An hour that begins `minutes` from now: by itself today in any case, so that today's week and month show it. */
export function eventText(uid: string, title: string, minutes = minutesToday()): string {
  const start = new Date(Date.now() + minutes * 60_000);
  const stamp = (date: Date) => `${date.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`;
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//another//client', 'BEGIN:VEVENT'];
  lines.push(`UID:${uid}`, `DTSTAMP:${stamp(new Date())}`, `DTSTART:${stamp(start)}`);
  lines.push(
    `DTEND:${stamp(new Date(start.getTime() + 3_600_000))}`,
    `SUMMARY:${title}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  );
  return lines.join('\r\n');
}

/** Soon; in the last hour of a day it began a while ago. */
function minutesToday(): number {
  const now = Temporal.Now.zonedDateTimeISO(ZONE);
  return now.add({ minutes: 30 }).toPlainDate().equals(now.toPlainDate()) ? 30 : -20;
}

interface Person {
  readonly email: string;
  readonly password: string;
}

/** Somebody of the studio, on a page of theirs; tests of their own go through the form. */
export async function signIn(
  page: Page,
  studio: Studio,
  path = '/',
  { email, password }: Person = studio,
): Promise<void> {
  const data = { email, password };
  const headers = { origin: studio.url };
  const answer = await page.request.post(`${studio.url}/api/auth/sign-in/email`, { data, headers });
  if (!answer.ok()) throw new Error(`signing in answered ${answer.status()}`);
  await page.goto(studio.url + path);
  await page.locator('#main').waitFor();
}
