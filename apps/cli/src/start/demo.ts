import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { countUsers } from '@atelier/database/people/user-store';
import { demoFile } from '@atelier/runtime/config/demo-host';
import type { Services } from '@atelier/runtime/services';
import { type DemoStudio, fillDemo, STUDIO_ZONE } from '@atelier/testkit/demo-studio';
import { type Sandbox, startSandbox } from '@atelier/testkit/sandbox/sandbox';
import { connectDemo, demoIsConnected, forgetDemo } from './demo-accounts.ts';
import { type DemoOffer, offerDemo, withdrawDemo } from './demo-artists.ts';
import { tellDemo, untellDemo } from './demo-facts.ts';
import { fillWaiting } from './waiting/fill-waiting.ts';
import { THIRD_ARTIST } from './waiting/third-artist.ts';

export interface Demo extends AsyncDisposable {
  readonly url: string;
  readonly users: readonly { readonly name: string; readonly password: string }[];
}

interface Remembered {
  readonly port: number;
  readonly password: string;
  /** The day its events were made for, in the studio's zone. */
  readonly day: string;
  /** What the sandbox held, also what other clients put there. */
  readonly saved: string | null;
  /** Artists and chairs that were made for it; left out by an earlier version. */
  readonly offer?: DemoOffer | null;
}

const SAVE_EVERY_MS = 20_000;

/**
 * Brings up the demo studio: a sandbox CalDAV server with living calendars, connected like any other
 * account. Made on the very first run only, and taken out again as soon as it is not wanted, so that
 * its data never mix into a real studio. On a new day it is made anew around that day.
 */
export async function openDemo(services: Services, wanted: boolean): Promise<Demo | null> {
  const file = demoFile(services.config.home);
  const before = await remembered(file);
  if (!wanted) {
    if (before?.offer) {
      await withdrawDemo(services, before.offer);
      await remember(file, { ...before, offer: null });
    }
    await forgetDemo(services);
    await untellDemo(services);
    return null;
  }
  const first = before === null && (await countUsers(services.context.database)) <= 1;
  if (before === null && !first) return null;
  const today = Temporal.Now.plainDateISO(STUDIO_ZONE).toString();
  const fresh = before?.day !== today || before.saved === null;
  const password = before?.password ?? randomBytes(6).toString('base64url');
  const sandbox = await listen(before?.port ?? 0, fresh ? null : before.saved);
  const studio = fresh ? fill(sandbox, password) : null;
  const moved = before !== null && before.port !== sandbox.port;
  let offer = before?.offer ?? null;
  const keep = () =>
    remember(file, { port: sandbox.port, password, day: today, saved: sandbox.save(), offer });
  await keep();
  if (fresh || moved || !(await demoIsConnected(services))) await connectDemo(services, sandbox, password);
  await tellDemo(services);
  offer = await offerDemo(services, offer);
  if (first && services.config.demoWaiting && offer) {
    await fillWaiting(services, sandbox, password);
    offer = { ...offer, artists: [...offer.artists, THIRD_ARTIST] };
  }
  await keep();
  const saving = setInterval(() => void keep().catch(() => undefined), SAVE_EVERY_MS);
  return {
    url: sandbox.url,
    users: (studio?.users ?? DEMO_USERS).map(({ name }) => ({ name, password })),
    [Symbol.asyncDispose]: async () => {
      clearInterval(saving);
      await keep();
      await sandbox[Symbol.asyncDispose]();
    },
  };
}

const DEMO_USERS = [{ name: 'lena' }, { name: 'marco' }];

function fill(sandbox: Sandbox, password: string): DemoStudio {
  const now = Temporal.Now.zonedDateTimeISO(STUDIO_ZONE);
  return fillDemo(sandbox, { today: now.toPlainDate(), time: now.toPlainTime(), password });
}

/** On the port of last time, which clients may know; on another when somebody else has it now. */
async function listen(port: number, saved: string | null): Promise<Sandbox> {
  const options = saved === null ? {} : { saved };
  try {
    return await startSandbox({ ...options, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return startSandbox(options);
  }
}

async function remembered(file: string): Promise<Remembered | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as Remembered);
}

/** Written aside and renamed, so that a kill never leaves half a file. */
async function remember(file: string, what: Remembered): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(what), { mode: 0o600 });
  await rename(`${file}.new`, file);
}
