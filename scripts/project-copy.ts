import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  chmod,
  cp,
  glob,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Of git's own ignored files, the ones without which nothing runs. */
const GENERATED = ['packages/database/src/generated'];
/** What tools keep in node_modules for one checkout. */
const CACHES = /^\.(?:cache|tmp|vite|vite-temp|vitest-cache)$/;

/** The project as it stands, uncommitted work included, where it may be broken. Gone when disposed of. */
export interface ProjectCopy extends AsyncDisposable {
  readonly root: string;
  /** For the temporary files of whatever runs in the copy; goes with it. */
  readonly scratch: string;
  /** Puts `replace` in the place of `find`, which must be there exactly once; disposing of it restores the file. */
  change(file: string, find: string, replace: string): Promise<AsyncDisposable>;
  /** Stops databases that a killed test has left running in `scratch`. */
  stopDatabases(): Promise<void>;
}

export async function copyProject(from: string): Promise<ProjectCopy> {
  const home = await mkdtemp(join(tmpdir(), 'atelier-mutate-'));
  const root = join(home, 'project');
  const scratch = join(home, 'scratch');
  const dispose = async () => {
    await stopDatabases(scratch);
    await rm(home, { recursive: true, force: true });
  };
  try {
    await makeScratch(home, scratch);
    const workspaces = await copySources(from, root);
    await linkPackages(from, root, workspaces);
    await requireOwnPackages(root, workspaces);
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    root,
    scratch,
    change: (file, find, replace) => change(join(root, file), find, replace),
    stopDatabases: () => stopDatabases(scratch),
    [Symbol.asyncDispose]: dispose,
  };
}

/** PostgreSQL does not run as root, so its account must get in. */
async function makeScratch(home: string, scratch: string): Promise<void> {
  await chmod(home, 0o755);
  await mkdir(scratch);
  await chmod(scratch, 0o1777);
}

/** @returns the folders that have a package.json. */
async function copySources(from: string, root: string): Promise<readonly string[]> {
  const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = await run('git', listing, { cwd: from, maxBuffer: 1 << 26 });
  const files = stdout.split('\0').filter((file) => file !== '' && existsSync(join(from, file)));
  for (const file of [...files, ...GENERATED]) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await cp(join(from, file), join(root, file), { recursive: true, verbatimSymlinks: true });
  }
  return files.filter((file) => /(?:^|\/)package\.json$/.test(file)).map(dirname);
}

/**
 * Packages of others are only read, so links to them do. Links between the packages of the workspace are relative and
 * are kept as they are: in the copy they lead to the copy.
 */
async function linkPackages(from: string, root: string, workspaces: readonly string[]): Promise<void> {
  await mkdir(join(root, 'node_modules'), { recursive: true });
  for (const name of await readdir(join(from, 'node_modules'))) {
    if (CACHES.test(name)) continue;
    await symlink(join(from, 'node_modules', name), join(root, 'node_modules', name));
  }
  for (const workspace of workspaces.filter((folder) => folder !== '.')) {
    const packages = join(from, workspace, 'node_modules');
    if (!existsSync(packages)) continue;
    const filter = (path: string) => !CACHES.test(path.slice(packages.length + 1));
    await cp(packages, join(root, workspace, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
      filter,
    });
  }
}

/** A link that leads back to the original would let every mutant live. */
async function requireOwnPackages(root: string, workspaces: readonly string[]): Promise<void> {
  const own = await realpath(root);
  for (const workspace of workspaces) {
    for await (const link of glob('node_modules/@atelier/*', { cwd: join(root, workspace) })) {
      const target = await realpath(join(root, workspace, link));
      if (!target.startsWith(`${own}/`))
        throw new Error(`${workspace}/${link} leads out of the copy, to ${target}.`);
    }
  }
}

async function change(path: string, find: string, replace: string): Promise<AsyncDisposable> {
  if (!(await lstat(path)).isFile()) throw new Error(`${path} is no file.`);
  const text = await readFile(path, 'utf8');
  const [before, after, ...others] = text.split(find);
  if (after === undefined || others.length > 0)
    throw new Error(`${path} does not hold this exactly once: ${find}`);
  await writeFile(path, before + replace + after);
  return { [Symbol.asyncDispose]: () => writeFile(path, text) };
}

/** By the number that each of them has written down itself (PostgreSQL: src/include/utils/pidfile.h). */
async function stopDatabases(scratch: string): Promise<void> {
  for await (const file of glob('*/postgres/postmaster.pid', { cwd: scratch })) {
    const pid = Number((await readFile(join(scratch, file), 'utf8').catch(() => '')).split('\n')[0]);
    const command = pid > 0 ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '') : '';
    if (!command.includes(scratch)) continue;
    process.kill(pid, 'SIGQUIT');
    while (
      existsSync(`/proc/${pid}`) &&
      (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')) !== ''
    )
      await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
