import { once } from 'node:events';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { hasLittleMemory } from '@atelier/database/postgres/little-memory';
import { freePort } from '@atelier/database/postgres/postgres-cluster';
import { type Config, readConfig } from '@atelier/runtime/config/config';
import { hereOf } from '@atelier/runtime/config/given-studio';
import { inWords } from '@atelier/runtime/process/in-words';
import { whenDatabaseIsThere } from '@atelier/runtime/process/run-process';
import { untilToldToStop } from '@atelier/runtime/process/until-told-to-stop';
import { openServices } from '@atelier/runtime/services';
import { readStudio } from '@atelier/usecases/studio/read-studio';
import { buildPages } from './build-pages.ts';
import { openDemo } from './demo.ts';
import { ensureFirstAdmin } from './first-admin.ts';
import { greeting } from './greeting.ts';
import type { Given, Plan, Ports, Prepared } from './prepared.ts';

// A process of its own, told `--no-demo` and `--dev` as `start` was, and `--again` where the studio runs and the demo alone
// has died: what is needed once is not kept in memory by whoever
// only looks after processes. It stays where there is a demo, whose calendar server lives in it.
const { values } = parseArgs({
  options: {
    'no-demo': { type: 'boolean', default: false },
    dev: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
  },
});
const stop = new AbortController();
try {
  await prepare();
} catch (error) {
  if (!stop.signal.aborted) {
    process.exitCode = 1;
    process.stderr.write(`\nAtelier could not start. ${inWords(error)}\n`);
  }
  process.disconnect?.();
}

async function prepare(): Promise<void> {
  const config = readConfig({ ATELIER_LOG_LEVEL: 'warn', ...process.env });
  const told = untilToldToStop().finally(() => stop.abort());
  await using stack = new AsyncDisposableStack();
  const pages = values.dev || values.again ? Promise.resolve() : buildPages();
  pages.catch(() => undefined); // awaited below; the services may fail first
  const ports = await portsOf(config);
  const { databaseUrl } = await tell<Plan, Given>({
    home: config.home,
    databaseUrl: config.databaseUrl,
    ports,
    // Where nothing is said: by the memory there is.
    oneProcess: config.processes === null ? hasLittleMemory() : config.processes === 1,
  });
  const waiting = { signal: stop.signal, logger: waitingInWords() };
  const services = stack.use(
    await whenDatabaseIsThere(() => openServices({ ...config, databaseUrl }, 'start'), waiting),
  );
  const admin = await ensureFirstAdmin(services);
  const demo = await openDemo(services, config.demo && !values['no-demo']);
  if (demo) stack.use(demo);
  await pages;
  const given = { ...services.context.given, here: hereOf({ ...config, port: ports.page }) };
  const { url: address } = await readStudio(services.context.database, { given });
  process.send?.({ greeting: greeting({ address, admin, demo }), stays: demo !== null } satisfies Prepared);
  if (demo) await told;
  else process.disconnect?.();
}

/** Tells `start`, and waits for its answer. */
async function tell<Told, Answer>(told: Told & object): Promise<Answer> {
  const answer = once(process, 'message', { signal: stop.signal });
  process.send?.(told);
  return (await answer)[0] as Answer;
}

/** Said once: somebody is looking. */
function waitingInWords() {
  let said = false;
  return {
    error({ err }: { readonly err: unknown }) {
      if (!said) process.stderr.write(`${inWords(err)}\nWaiting for the database; Ctrl-C stops.\n`);
      said = true;
    },
    info: (words: string) => process.stderr.write(`Now ${words}.\n`),
  };
}

async function portsOf(config: Config): Promise<Ports> {
  const page = config.port === 0 ? await freePort() : config.port;
  // The second time it is the studio that listens there.
  if (!values.again) await expectFree(page, config.host);
  return { page, server: values.dev ? await freePort() : page };
}

/** Told here in one sentence rather than by a server that keeps dying. */
async function expectFree(port: number, host: string): Promise<void> {
  const probe = createServer().listen(port, host);
  try {
    await once(probe, 'listening');
  } catch (cause) {
    const hint =
      'Another program, perhaps another Atelier, listens there. Stop it, or set PORT to another number.';
    throw new Error(`Port ${port} is not free. ${hint}`, { cause });
  } finally {
    probe.close();
  }
}
