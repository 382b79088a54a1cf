import type pg from 'pg';
import { plainType, type Statement, type Type } from '../statement.ts';
import { type DescribedColumn, describeStatement } from './describe-statement.ts';

/** What the migrated schema knows of types, and of columns that may be null. */
export interface Catalog {
  /** By id: `int4`, `text[]`, `BookingState`. */
  readonly types: ReadonlyMap<number, string>;
  /** `table.column` by their numbers. */
  readonly nullable: ReadonlySet<string>;
}

export async function readCatalog(client: pg.PoolClient): Promise<Catalog> {
  const types = await client.query<{ id: number; name: string }>(
    `SELECT t.oid::int AS id, CASE WHEN e.oid IS NULL THEN t.typname ELSE e.typname || '[]' END AS name
     FROM pg_type t LEFT JOIN pg_type e ON e.typarray = t.oid`,
  );
  const nullable = await client.query<{ place: string }>(
    `SELECT attrelid::int || '.' || attnum AS place FROM pg_attribute WHERE attnum > 0 AND NOT attnotnull`,
  );
  return {
    types: new Map(types.rows.map(({ id, name }) => [id, name])),
    nullable: new Set(nullable.rows.map(({ place }) => place)),
  };
}

/** @returns what a statement says of itself that PostgreSQL does not. */
export async function checkStatement(
  client: pg.PoolClient,
  catalog: Catalog,
  { text, params, row }: Statement,
): Promise<readonly string[]> {
  const { paramTypeIds, columns } = await describeStatement(client, text);
  const typeOf = (id: number) => catalog.types.get(id) ?? `type ${id}`;
  const names = new Set(columns.map(({ name }) => name));
  return [
    ...Object.entries(params).flatMap(([name, type], n) =>
      differences(`$${name}`, type, typeOf(paramTypeIds[n] ?? 0)),
    ),
    ...Object.keys(row)
      .filter((name) => !names.has(name))
      .map((name) => `${name} is not among its columns`),
    ...columns.flatMap((column) => checkColumn(column, row[column.name], typeOf(column.typeId), catalog)),
  ];
}

function checkColumn(
  { name, table, column }: DescribedColumn,
  declared: Type | undefined,
  actual: string,
  { nullable }: Catalog,
): readonly string[] {
  if (declared === undefined) return [`the column ${name} (${actual}) is not declared`];
  const mayBeNull = nullable.has(`${table}.${column}`);
  return [
    ...differences(name, declared, actual),
    ...(mayBeNull && !marked(declared) ? [`${name} may be null`] : []),
  ];
}

function differences(name: string, declared: Type, actual: string): readonly string[] {
  const type = plainType(declared);
  return type === actual ? [] : [`${name} is ${actual}, not ${type}`];
}

/** Says for itself whether null can come. */
function marked(declared: Type): boolean {
  return /[?!]$/.test(typeof declared === 'string' ? declared : declared.type);
}
