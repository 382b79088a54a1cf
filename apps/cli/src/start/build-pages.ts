import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '@atelier/runtime/config/project-root';

const web = join(projectRoot, 'apps/web');
/** What the pages are made of, besides their dependencies. */
const SOURCES = [
  'apps/web',
  'packages/api/src',
  'packages/calendar/src',
  'packages/words/src',
  'pnpm-lock.yaml',
];
const NOT_OF_THEM = ['node_modules', 'dist', 'e2e', 'test-results', '.turbo'];

/** Builds the pages when there are none yet, or when something they are made of is newer. */
export async function buildPages(): Promise<void> {
  // The one that is written last.
  const built = await stat(join(web, 'dist/book.html')).catch(() => null);
  const newest = Math.max(
    ...(await Promise.all(SOURCES.map((source) => newestIn(join(projectRoot, source))))),
  );
  if (built && built.mtimeMs > newest) return;
  process.stdout.write('  Building the pages …\n');
  for (const mode of ['production', 'clients']) await build(mode);
}

async function build(mode: string): Promise<void> {
  const vite = spawn(join(web, 'node_modules/.bin/vite'), ['build', '--mode', mode, '--logLevel', 'warn'], {
    cwd: web,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [code] = (await once(vite, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The pages could not be built; the lines above say why.');
}

async function newestIn(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = (await readdir(path)).filter((name) => !NOT_OF_THEM.includes(name));
  return Math.max(0, ...(await Promise.all(entries.map((name) => newestIn(join(path, name))))));
}
