import { openEmbeddedPostgres } from '@atelier/database/postgres/embedded-postgres';
import type { KeepReport } from '@atelier/database/postgres/keep-running';
import { inWords } from '@atelier/runtime/process/in-words';
import { untilToldToStop } from '@atelier/runtime/process/until-told-to-stop';
import type { Plan } from './prepared.ts';
import { HasSaidWhy, startPreparing } from './preparing.ts';
import type { StudioOptions } from './studio-options.ts';
import { superviseProcesses } from './supervise.ts';

/**
 * Brings the whole studio up, says where it is, and takes it all down again on Ctrl-C. It stays as long as the studio
 * does, so it loads nothing but what looks after processes: the rest is prepared by one that ends.
 */
export async function runStudio(options: StudioOptions): Promise<void> {
  // Whoever reads along may go (`| head`): nothing hangs on what is said, and the database is still to be stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const stop = new AbortController();
  try {
    await run(options, stop);
  } catch (error) {
    if (stop.signal.aborted) return;
    process.exitCode = 1;
    if (error instanceof HasSaidWhy) return;
    process.stderr.write(`\nAtelier could not start. ${inWords(error)}\n`);
  }
}

async function run(options: StudioOptions, stop: AbortController): Promise<void> {
  const told = untilToldToStop().finally(() => stop.abort());
  const ended = told.then(() => null);
  await using stack = new AsyncDisposableStack();
  // Held until everybody else has let go of it.
  const database = stack.use(new AsyncDisposableStack());
  const preparing = stack.use(startPreparing(options));
  const plan = await Promise.race([preparing.plan, ended]);
  if (plan === null) return;
  const databaseUrl = await databaseOf(plan, database);
  const prepared = await Promise.race([preparing.give({ databaseUrl }), ended]);
  if (prepared === null) return;
  const processes = stack.use(
    superviseProcesses({
      env: childEnvironment(plan, databaseUrl),
      dev: options.dev,
      ports: plan.ports,
      oneProcess: plan.oneProcess,
    }),
  );
  await Promise.race([processes.ready, told]);
  if (!stop.signal.aborted) process.stdout.write(prepared.greeting);
  await Promise.race([told, processes.failed]);
  process.stdout.write('\nStopping …\n');
}

async function databaseOf({ home, databaseUrl }: Plan, stack: AsyncDisposableStack): Promise<string> {
  if (databaseUrl !== null) return databaseUrl;
  const embedded = await openEmbeddedPostgres(home, { report: sayOfDatabase });
  stack.defer(() => embedded.release());
  return embedded.url;
}

const sayOfDatabase: KeepReport = (what, error) => {
  const words = {
    died: 'The database stopped unexpectedly and is started again.',
    'runs again': 'The database runs again.',
    'cannot be started': `The database could not be started; tried again by itself. ${inWords(error)}`,
  };
  process.stderr.write(`${words[what]}\n`);
};

function childEnvironment({ home, ports, oneProcess }: Plan, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PORT: String(ports.server),
    ATELIER_HOME: home,
    DATABASE_URL: databaseUrl,
    ATELIER_LOG_LEVEL: process.env.ATELIER_LOG_LEVEL ?? 'warn',
    ATELIER_PROCESSES: oneProcess ? '1' : '2',
  };
}
