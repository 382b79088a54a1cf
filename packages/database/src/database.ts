import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

/** int8 columns here are counters far below 2^53 and dates are plain `YYYY-MM-DD`. */
const parsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') => {
    if (oid === pg.types.builtins.INT8) return Number;
    if (oid === pg.types.builtins.DATE) return String;
    return pg.types.getTypeParser(oid, format);
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** Whoever gets no connection for so long is told that there is none, rather than left waiting. */
const CONNECT_MS = 20_000;

/** The one door to PostgreSQL: Prisma for people, lists and logs, plain SQL for all that runs, writes in bulk or locks. */
export interface Database extends AsyncDisposable {
  readonly url: string;
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** @param connections most connections of this pool. */
export function openPool(url: string, connections: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_MS,
    types: parsers,
    application_name: 'atelier',
  });
  // A connection that breaks while idle is replaced on the next use; nothing to do but not to crash.
  pool.on('error', () => undefined);
  // One that breaks while a transaction holds it fails the statement; unheard, the event would end the process too.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** @param connections most connections this process may hold, Prisma's and plain ones each. */
export function openDatabase(url: string, connections = 10): Database {
  const pool = openPool(url, connections);
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: connections, connectionTimeoutMillis: CONNECT_MS }),
  });
  return {
    url,
    prisma,
    pool,
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await pool.query<Row & pg.QueryResultRow>(sql, [...values])).rows,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([prisma.$disconnect(), pool.end()]);
    },
  };
}
