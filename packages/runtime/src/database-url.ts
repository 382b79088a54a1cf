import { openEmbeddedPostgres } from '@atelier/database/embedded-postgres';
import { migrate } from '@atelier/database/migrate';
import type { Config } from './config.ts';

export interface DatabaseUrl extends AsyncDisposable {
  readonly url: string;
  /** Migrations that were applied just now. */
  readonly applied: readonly string[];
}

/** The configured database, or the embedded one brought up for as long as this is held; migrated either way. */
export async function openDatabaseUrl(config: Pick<Config, 'databaseUrl' | 'home'>): Promise<DatabaseUrl> {
  await using stack = new AsyncDisposableStack();
  let url = config.databaseUrl;
  if (url === null) {
    const embedded = await openEmbeddedPostgres(config.home);
    stack.defer(() => embedded.release());
    url = embedded.url;
  }
  const applied = await migrate(url);
  const owned = stack.move();
  return { url, applied, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
