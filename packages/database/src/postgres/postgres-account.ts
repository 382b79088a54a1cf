import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The system account that PostgreSQL runs under; empty for the current one. */
export type SystemAccount = { readonly uid?: number; readonly gid?: number };

/**
 * PostgreSQL refuses to run as root, so root lends it the account `postgres`, made if it is missing.
 * Anybody else runs it as themselves.
 */
export async function postgresAccount(): Promise<SystemAccount> {
  if (userInfo().uid !== 0) return {};
  try {
    return await idOf('postgres');
  } catch {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return await idOf('postgres');
  }
}

async function idOf(name: string): Promise<SystemAccount> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
