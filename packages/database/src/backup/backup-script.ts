import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/** One table as a backup holds it: the columns that are written, in the order of the values of a line. */
export interface TableHead {
  readonly table: string;
  readonly columns: readonly string[];
}

const HEADER = z.object({
  format: z.literal(1),
  /** ISO 8601: of the moment that all tables are of. */
  takenAt: z.iso.datetime(),
  /** What had been applied, in order. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
});
const TRAILER = z.record(z.string(), z.number().int().nonnegative());

export type BackupHeader = z.output<typeof HEADER>;
/** Rows by table. */
export type RowCounts = Readonly<Record<string, number>>;

const HEADER_MARK = '-- atelier backup ';
const TRAILER_MARK = '-- complete ';
/** Ends the lines of a table, as in every script of pg_dump. */
export const END_OF_TABLE = '\\.';

/**
 * A backup is a script for psql in UTF-8, as pg_dump writes them: a line that says what it is, a COPY with its lines for
 * each table, and a line that says that it is whole. Into a schema of the same migrations anybody can play it.
 */
export const headerLine = (header: BackupHeader) => `${HEADER_MARK}${JSON.stringify(header)}\n`;
export const trailerLine = (rows: RowCounts) => `${TRAILER_MARK}${JSON.stringify(rows)}\n`;
export const copyLine = (head: TableHead) => `${copyCommand(head)} FROM stdin;\n`;
export const copyOut = (head: TableHead) => `${copyCommand(head)} TO STDOUT`;
export const copyIn = (head: TableHead) => `${copyCommand(head)} FROM STDIN`;

function copyCommand({ table, columns }: TableHead): string {
  return `COPY ${quoted(table)} (${columns.map(quoted).join(', ')})`;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Why a file cannot be restored, in words for an operator. */
export class NoBackup extends Error {
  override readonly name = 'NoBackup';
}

export type ScriptLine =
  | { readonly is: 'header'; readonly header: BackupHeader }
  | { readonly is: 'table'; readonly head: TableHead }
  | { readonly is: 'complete'; readonly rows: RowCounts };

const COPY = /^COPY ("(?:[^"]|"")+") \(((?:"(?:[^"]|"")+"(?:, )?)+)\) FROM stdin;$/;
const NAME = /"((?:[^"]|"")+)"/g;

/** What a line between the tables says; null for an empty one. @throws NoBackup where no backup of ours has such a line. */
export function readScriptLine(line: string): ScriptLine | null {
  if (line === '') return null;
  if (line.startsWith(HEADER_MARK))
    return { is: 'header', header: jsonIn(HEADER, line.slice(HEADER_MARK.length)) };
  if (line.startsWith(TRAILER_MARK))
    return { is: 'complete', rows: jsonIn(TRAILER, line.slice(TRAILER_MARK.length)) };
  const [, table, columns] = COPY.exec(line) ?? [];
  if (table === undefined || columns === undefined)
    throw new NoBackup('This is no backup of Atelier, or not one that this version can read.');
  return { is: 'table', head: { table: namesIn(table)[0] ?? '', columns: namesIn(columns) } };
}

function namesIn(list: string): readonly string[] {
  return [...list.matchAll(NAME)].map(([, name]) => (name ?? '').replaceAll('""', '"'));
}

function jsonIn<T>(shape: z.ZodType<T>, text: string): T {
  try {
    return shape.parse(JSON.parse(text));
  } catch (cause) {
    throw new NoBackup('This backup was made by another version of Atelier, or was changed.', { cause });
  }
}

/** @throws NoBackup where a table has other rows than the backup says. */
export function proveWhole(said: RowCounts | null, copied: RowCounts): void {
  if (said === null)
    throw new NoBackup('The backup ends in its middle: the file was cut off, or its disk was full.');
  if (!isDeepStrictEqual({ ...said }, { ...copied }))
    throw new NoBackup('The backup does not hold what it says it holds: it was changed after it was made.');
}
