import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '@atelier/runtime/config/config';
import { openServices } from '@atelier/runtime/services';
import { OPERATOR } from '@atelier/usecases/actor';
import { connectAccount } from '@atelier/usecases/connections/connect-account';
import type { ConnectedCalendar } from '@atelier/usecases/connections/store-account';
import type { Context } from '@atelier/usecases/context';
import { addUser } from '@atelier/usecases/people/add-user';

export const ADMIN = { email: 'b@b.test', password: randomUUID() };

/** An installation of its own, with an embedded PostgreSQL, that is gone afterwards. */
export interface Installation extends AsyncDisposable {
  readonly context: Context;
  readonly adminId: string;
  /** For processes that work on the same installation. */
  readonly env: NodeJS.ProcessEnv;
}

/** @param settings beside those of every bench */
export async function openInstallation(
  settings: Readonly<Record<string, string>> = {},
): Promise<Installation> {
  await using stack = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), 'atelier-bench-'));
  await chmod(home, 0o755);
  stack.defer(() => rm(home, { recursive: true, force: true }));
  const env = {
    PATH: process.env.PATH,
    ATELIER_HOME: home,
    ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
    ATELIER_LOG_LEVEL: 'error',
    ATELIER_DEMO: 'off',
    ATELIER_RATE_LIMITS: 'off',
    ...settings,
  };
  const { context } = stack.use(await openServices(readConfig(env), 'bench'));
  const added = await addUser(context, OPERATOR, { ...ADMIN, name: 'Bench', role: 'ADMIN' });
  if (!added.ok) throw new Error(added.refusal.message);
  const owned = stack.move();
  return { context, adminId: added.value.id, env, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

interface Account {
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

/** The calendars of an account that is connected as an admin does it. */
export async function connectAll(
  { context }: Installation,
  { url, username, password }: Account,
): Promise<readonly ConnectedCalendar[]> {
  const account = { kind: 'caldav', url, username, password, select: 'all' } as const;
  const connected = await connectAccount(context, OPERATOR, account);
  if (!connected.ok) throw new Error(connected.refusal.message);
  return connected.value.calendars;
}

/** Until every calendar that has a provider was read to its end once. */
export async function untilComplete({ context }: Installation): Promise<void> {
  const left = () =>
    context.database.query(
      'SELECT 1 FROM source WHERE connection_id IS NOT NULL AND last_complete_at IS NULL',
    );
  while ((await left()).length > 0) await pause(100);
}
