import { once } from 'node:events';
import { createServer } from 'node:net';
import { freePort } from '@atelier/database/postgres/postgres-cluster';
import { type Config, readConfig } from '@atelier/runtime/config/config';
import { hereOf } from '@atelier/runtime/config/given-studio';
import { inWords, whenDatabaseIsThere } from '@atelier/runtime/process/run-process';
import { untilToldToStop } from '@atelier/runtime/process/until-told-to-stop';
import { openServices, type Services } from '@atelier/runtime/services';
import { readStudio } from '@atelier/usecases/studio/read-studio';
import { buildPages } from './build-pages.ts';
import { openDemo } from './demo.ts';
import { ensureFirstAdmin } from './first-admin.ts';
import { greeting } from './greeting.ts';
import { type Ports, superviseProcesses } from './supervise.ts';

export interface StudioOptions {
  readonly demo: boolean;
  readonly dev: boolean;
}

/** Brings the whole studio up, says where it is, and takes it all down again on Ctrl-C. */
export async function runStudio(options: StudioOptions): Promise<void> {
  const stop = new AbortController();
  try {
    await run(options, stop);
  } catch (error) {
    if (stop.signal.aborted) return;
    process.exitCode = 1;
    process.stderr.write(`\nAtelier could not start. ${inWords(error)}\n`);
  }
}

async function run(options: StudioOptions, stop: AbortController): Promise<void> {
  const config = readConfig({ ATELIER_LOG_LEVEL: 'warn', ...process.env });
  const told = untilToldToStop().finally(() => stop.abort());
  await using stack = new AsyncDisposableStack();
  const pages = options.dev ? Promise.resolve() : buildPages();
  pages.catch(() => undefined); // awaited below; the services may fail first
  const ports = await portsOf(config, options.dev);
  const waiting = { signal: stop.signal, logger: waitingInWords() };
  const services = stack.use(await whenDatabaseIsThere(() => openServices(config, 'start'), waiting));
  const admin = await ensureFirstAdmin(services);
  const demo = await openDemo(services, config.demo && options.demo);
  if (demo) stack.use(demo);
  await pages;
  const processes = stack.use(
    superviseProcesses({ env: childEnvironment(services, ports), dev: options.dev, ports }),
  );
  await Promise.race([processes.ready, told]);
  const given = { ...services.context.given, here: hereOf({ ...config, port: ports.page }) };
  const { url: address } = await readStudio(services.context.database, { given });
  process.stdout.write(greeting({ address, admin, demo }));
  await Promise.race([told, processes.failed]);
  process.stdout.write('\nStopping …\n');
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

async function portsOf(config: Config, dev: boolean): Promise<Ports> {
  const page = config.port === 0 ? await freePort() : config.port;
  await expectFree(page, config.host);
  return { page, server: dev ? await freePort() : page };
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

function childEnvironment({ config, context }: Services, ports: Ports): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PORT: String(ports.server),
    ATELIER_HOME: config.home,
    DATABASE_URL: context.database.url,
    ATELIER_LOG_LEVEL: process.env.ATELIER_LOG_LEVEL ?? 'warn',
  };
}
