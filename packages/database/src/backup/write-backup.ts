import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { queryOf } from '../database.ts';
import { appliedMigrations } from '../postgres/migrate.ts';
import { openPlainClient } from '../postgres/plain-client.ts';
import {
  copyLine,
  copyOut,
  END_OF_TABLE,
  headerLine,
  type RowCounts,
  type TableHead,
  trailerLine,
} from './backup-script.ts';
import { planTables } from './table-plan.ts';

/** A backup that is being written. */
export interface Backup {
  /** Ends with the database's transaction; whoever stops early ends it too. */
  readonly script: AsyncGenerator<Uint8Array, void>;
  /** Grows while the script is read. */
  readonly rows: RowCounts;
  readonly takenAt: Date;
}

/**
 * Everything that the database holds, as of one moment, while everybody goes on working. Jobs are left out: what is due
 * is found again in the rows that it is about.
 * @param now of the machine.
 */
export function writeBackup(url: string, now: Date): Backup {
  const rows: Record<string, number> = {};
  return { script: script(url, now, rows), rows, takenAt: now };
}

async function* script(
  url: string,
  now: Date,
  rows: Record<string, number>,
): AsyncGenerator<Uint8Array, void> {
  await using plain = await openPlainClient(url, 'atelier-backup');
  const { client } = plain;
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const migrations = await appliedMigrations(client);
  yield Buffer.from(headerLine({ format: 1, takenAt: now.toISOString(), migrations: [...migrations] }));
  for (const head of await planTables(queryOf(client))) {
    yield Buffer.from(copyLine(head));
    rows[head.table] = yield* linesOf(client, head);
    yield Buffer.from(`${END_OF_TABLE}\n`);
  }
  await client.query('COMMIT');
  yield Buffer.from(trailerLine(rows));
}

/** @returns how many rows there were. */
async function* linesOf(client: pg.Client, head: TableHead): AsyncGenerator<Uint8Array, number> {
  const stream = client.query(copyTo(copyOut(head)));
  for await (const piece of stream) yield piece as Uint8Array;
  return stream.rowCount;
}
