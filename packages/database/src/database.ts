import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { type JobQueue, openJobQueue } from './jobs/job-queue.ts';
import { whenAsked } from './prisma/when-asked.ts';
import { inOrder, type Statement, type Types, type Values } from './statement.ts';

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

export interface Query {
  <Params extends Types, Row extends Types>(
    statement: Statement<Params, Row>,
    ...values: keyof Params extends never ? [] : [Values<Params>]
  ): Promise<Values<Row>[]>;
  /** Text, which nobody has checked: for tests alone, which look behind the stores. */
  <Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** What can be asked: the database, or a transaction in it. Prisma for single tables, statements for the rest. */
export interface Queryable {
  readonly prisma: Prisma.TransactionClient;
  readonly query: Query;
}

/** The one door to PostgreSQL. */
export interface Database extends Queryable, AsyncDisposable {
  readonly url: string;
  /** Without a pooler between, which would hand a session from one to the next with every transaction. */
  readonly directUrl: string;
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  readonly jobs: JobQueue;
}

/**
 * Prisma's adapter drops the offset of the instants that it reads, and writes none: both are right where the session's
 * zone is UTC, which a server of another zone would not choose by itself.
 */
async function inUtc(client: pg.ClientBase): Promise<void> {
  await client.query("SET TIME ZONE 'UTC'");
}

/** @param connections most connections of this pool. */
export function openPool(url: string, connections: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_MS,
    types: parsers,
    application_name: 'atelier',
    onConnect: inUtc,
  });
  // A connection that breaks while idle is replaced on the next use; nothing to do but not to crash.
  pool.on('error', () => undefined);
  // One that breaks while a transaction holds it fails the statement; unheard, the event would end the process too.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * @param connections most connections this process may hold.
 * @param directUrl the same database without a pooler between; left out: there is none.
 */
export function openDatabase(url: string, connections = 10, directUrl = url): Database {
  const pool = openPool(url, connections);
  let prisma: Promise<PrismaClient> | null = null;
  return {
    url,
    directUrl,
    pool,
    prisma: whenAsked(() => {
      prisma ??= import('./prisma/open-prisma.ts').then(({ openPrisma }) => openPrisma(pool));
      return prisma;
    }),
    jobs: openJobQueue(pool),
    query: queryOf(pool),
    [Symbol.asyncDispose]: async () => {
      await answered(pool);
      await (await prisma)?.$disconnect();
      await pool.end();
    },
  };
}

const LOOK_MS = 20;
const MOST_LOOKS = 150;

/**
 * Whoever is being answered asks on and on until they have it, and the page that wanted it may be gone: what is under way
 * is let end, for three seconds at most.
 */
async function answered(pool: pg.Pool): Promise<void> {
  const isBusy = () => pool.totalCount > pool.idleCount || pool.waitingCount > 0;
  for (let look = 0; look < MOST_LOOKS && isBusy(); look += 1) await delay(LOOK_MS);
}

/** Statements on one connection, or on any of a pool. */
export function queryOf(client: Pick<pg.PoolClient, 'query'>): Query {
  return async (statement: Statement | string, values: Values<Types> | readonly unknown[] = []) => {
    const text = typeof statement === 'string' ? statement : statement.text;
    const list =
      typeof statement === 'string' ? Object.values(values) : inOrder(statement, values as Values<Types>);
    return (await client.query(text, list)).rows;
  };
}
