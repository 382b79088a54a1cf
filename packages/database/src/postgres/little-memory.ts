import { totalmem } from 'node:os';
import { constrainedMemory } from 'node:process';

const LITTLE = 1.5 * 2 ** 30;

/** Whether this machine, or the limit that this process lives within, leaves little memory to a studio. */
export function hasLittleMemory(): boolean {
  const limit = constrainedMemory();
  return (limit > 0 ? Math.min(limit, totalmem()) : totalmem()) < LITTLE;
}

/** Settings of a PostgreSQL that shares such a machine with everything else: most of a studio is read from the disk's cache. */
export const LITTLE_MEMORY_SETTINGS: readonly string[] = [
  'shared_buffers=32MB',
  'maintenance_work_mem=16MB',
  'autovacuum_max_workers=1',
  'io_workers=1',
];
