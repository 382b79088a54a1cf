import type { Database } from '../database.ts';
import { transact } from '../transaction.ts';
import { littleMemory, sortMuch, writeNow } from './prove-writable.sql.ts';

const KEY = 'written';
/** Whoever asks more often is answered by the write of a moment ago, whichever process made it. */
const EVERY_MS = 5_000;

/**
 * Writes one row, and a file that is gone at once: a small change alone finds room in a page that is there already, also
 * on a disk that is full.
 * @throws what keeps the database from being written to.
 */
export async function proveWritable(database: Database, now: Date): Promise<void> {
  await transact(database, async ({ query }) => {
    const written = await query(writeNow, { key: KEY, now: now.getTime(), everyMs: EVERY_MS });
    if (written.length === 0) return;
    // What does not fit into its memory goes to the disk.
    await query(littleMemory);
    await query(sortMuch);
  });
}
