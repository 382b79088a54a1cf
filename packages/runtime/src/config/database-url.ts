import { openEmbeddedPostgres } from '@atelier/database/postgres/embedded-postgres';
import type { KeepReport } from '@atelier/database/postgres/keep-running';
import { migrate } from '@atelier/database/postgres/migrate';
import type { Config } from './config.ts';
import type { Logger } from './logger.ts';

export interface DatabaseUrl extends AsyncDisposable {
  readonly url: string;
  /** Without a pooler between, for what belongs to a session: LISTEN, locks of a session, jobs. */
  readonly directUrl: string;
  /** Migrations that were applied just now. */
  readonly applied: readonly string[];
}

/**
 * The configured database, or the embedded one brought up, and looked after, for as long as this is held; migrated either
 * way.
 */
export async function openDatabaseUrl(
  config: Pick<Config, 'databaseUrl' | 'databaseDirectUrl' | 'home'>,
  logger?: Pick<Logger, 'warn' | 'error'>,
): Promise<DatabaseUrl> {
  await using stack = new AsyncDisposableStack();
  let url = config.databaseUrl;
  if (url === null) {
    const embedded = await openEmbeddedPostgres(config.home, { report: logger && keepReport(logger) });
    stack.defer(() => embedded.release());
    url = embedded.url;
  }
  const directUrl = config.databaseDirectUrl ?? url;
  const applied = await migrate(directUrl);
  const owned = stack.move();
  return { url, directUrl, applied, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

function keepReport(logger: Pick<Logger, 'warn' | 'error'>): KeepReport {
  return (what, error) => {
    if (what === 'died') logger.warn('the database stopped unexpectedly and is started again');
    else if (what === 'runs again') logger.warn('the database runs again');
    else logger.error({ err: error }, 'the database could not be started; tried again by itself');
  };
}
