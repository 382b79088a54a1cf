import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of Linux, in memory. */
const MEMORY_DISK = '/dev/shm';
const NAME = /^atelier-run-(\d+)$/;
/** A run needs a tenth of this; whoever has less lays its files on the disk. */
const ENOUGH_ROOM = 2 * 1024 ** 3;
const ENOUGH_MEMORY = 4 * 1024 ** 3;

/**
 * Lays the databases and homes of a run of tests in memory, where there is room: hundreds of databases are made for one
 * test each, and wait for nobody's disk there. What the first of many processes has compiled, the others read. All of it
 * goes with the process that calls this first; those that it starts share what it has. Whoever has set TMPDIR keeps it.
 */
export function shareRunDirectory(): void {
  if (process.env['TMPDIR'] !== undefined) return;
  const base = hasRoom() ? MEMORY_DISK : tmpdir();
  removeOrphans(base);
  const directory = join(base, `atelier-run-${process.pid}`);
  mkdirSync(directory, { recursive: true });
  // PostgreSQL has an account of its own where tests run as root.
  chmodSync(directory, 0o1777);
  process.env['TMPDIR'] = directory;
  process.env['NODE_COMPILE_CACHE'] ??= join(directory, 'compiled');
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY_DISK);
    return bavail * bsize >= ENOUGH_ROOM && process.availableMemory() >= ENOUGH_MEMORY;
  } catch {
    return false;
  }
}

/** Of runs that were killed. */
function removeOrphans(base: string): void {
  for (const name of readdirSync(base)) {
    const pid = NAME.exec(name)?.[1];
    if (pid !== undefined && !isLiving(Number(pid)))
      rmSync(join(base, name), { recursive: true, force: true });
  }
}

function isLiving(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
