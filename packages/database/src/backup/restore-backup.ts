import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Query, queryOf } from '../database.ts';
import { migrate, migrateOn } from '../postgres/migrate.ts';
import {
  type BackupHeader,
  copyIn,
  END_OF_TABLE,
  NoBackup,
  proveWhole,
  type RowCounts,
  readScriptLine,
  type TableHead,
} from './backup-script.ts';
import { linesIn } from './lines-in.ts';
import { isSomethingThere, othersAtWork } from './restore-backup.sql.ts';
import { countOn, emptySchema, inSchemaAlone } from './schema-work.ts';
import { type Doubts, type SetBack, setBack } from './set-back.ts';
import { planTables, type TablePlan } from './table-plan.ts';

export interface RestoreOptions extends Pick<SetBack, 'now' | 'doubt'> {
  /** What is in the database now may be thrown away. */
  readonly replace: boolean;
}

export interface Restored extends Doubts {
  readonly takenAt: Date;
  readonly rows: RowCounts;
}

/** Why a database is not restored into. */
export type RestoreObstacle = 'not-empty' | 'in-use';

export class CannotRestore extends Error {
  override readonly name = 'CannotRestore';
  readonly obstacle: RestoreObstacle;
  constructor(obstacle: RestoreObstacle) {
    super(obstacle);
    this.obstacle = obstacle;
  }
}

/**
 * Puts a backup in the place of what the database holds, in one transaction: where anything is wrong with it, everything
 * is as before. Then brings the schema up to date.
 * @param script of a backup, in pieces of any length.
 * @throws CannotRestore where somebody works with the database, or it holds something that may not be thrown away;
 * NoBackup where the script is not a whole backup of a version that is known.
 */
export async function restoreBackup(
  url: string,
  script: AsyncIterable<Uint8Array>,
  options: RestoreOptions,
): Promise<Restored> {
  const restored = await inSchemaAlone(url, (client) => restoreInto(client, script, options));
  await migrate(url);
  return restored;
}

async function restoreInto(
  client: pg.Client,
  script: AsyncIterable<Uint8Array>,
  { replace, now, doubt }: RestoreOptions,
): Promise<Restored> {
  const query = queryOf(client);
  await proveFree(query, replace);
  const lines = linesIn(script);
  const header = await headerOf(lines);
  await emptySchema(client, header.migrations);
  const rows = await copyTables(client, lines, await planTables(query));
  await migrateOn(client);
  const takenAt = new Date(header.takenAt);
  return { takenAt, rows, ...(await setBack(query, { takenAt, now, doubt })) };
}

async function proveFree(query: Query, replace: boolean): Promise<void> {
  if ((await query(othersAtWork)).length > 0) throw new CannotRestore('in-use');
  if (!replace && (await query(isSomethingThere)).length > 0) throw new CannotRestore('not-empty');
}

async function headerOf(lines: AsyncIterator<Uint8Array>): Promise<BackupHeader> {
  const { value, done } = await lines.next();
  const line = done ? null : readScriptLine(Buffer.from(value).toString('utf8'));
  if (line?.is === 'header') return line.header;
  throw new NoBackup('This is no backup of Atelier, or not one that this version can read.');
}

async function copyTables(
  client: pg.Client,
  lines: AsyncIterator<Uint8Array> & AsyncIterable<Uint8Array>,
  tables: readonly TablePlan[],
): Promise<RowCounts> {
  const rows: Record<string, number> = {};
  let said: RowCounts | null = null;
  for await (const bytes of lines) {
    const line = readScriptLine(Buffer.from(bytes).toString('utf8'));
    if (line?.is === 'complete') said = line.rows;
    if (line?.is !== 'table') continue;
    const table = knownTable(tables, line.head);
    rows[table.table] = await copyTable(client, line.head, lines);
    await countOn(client, table);
  }
  proveWhole(said, rows);
  return rows;
}

/** @throws NoBackup where the schema of the backup's own migrations has no such table. */
function knownTable(tables: readonly TablePlan[], { table, columns }: TableHead): TablePlan {
  const known = tables.find((one) => one.table === table);
  if (known && columns.every((column) => known.columns.includes(column))) return known;
  throw new NoBackup(`The backup holds a table that was never part of Atelier: “${table}”.`);
}

/** Enough to be quick, and little beside everything else. */
const WRITE_BYTES = 64 * 1024;

/** @returns how many rows came. */
async function copyTable(
  client: pg.Client,
  head: TableHead,
  lines: AsyncIterator<Uint8Array>,
): Promise<number> {
  const stream = client.query(copyFrom(copyIn(head)));
  const done = finished(stream);
  done.catch(() => undefined);
  const flush = async (pieces: readonly Uint8Array[]) => {
    if (!stream.write(Buffer.concat(pieces))) await Promise.race([once(stream, 'drain'), done]);
  };
  let pieces: Uint8Array[] = [];
  let size = 0;
  for (let next = await lines.next(); !isEnd(next); next = await lines.next()) {
    pieces.push(next.value, NEW_LINE);
    size += next.value.byteLength;
    if (size < WRITE_BYTES) continue;
    await flush(pieces);
    [pieces, size] = [[], 0];
  }
  await flush(pieces);
  stream.end();
  await done;
  return stream.rowCount;
}

const NEW_LINE = Buffer.from('\n');
const END = Buffer.from(END_OF_TABLE);

/** A script that ends inside a table is cut off: it lacks the line that says that it is whole. */
function isEnd(next: IteratorResult<Uint8Array>): next is IteratorReturnResult<unknown> {
  return next.done === true || END.equals(next.value);
}
