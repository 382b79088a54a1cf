import type pg from 'pg';
import { type Database, type Queryable, queryOf } from './database.ts';
import type { Prisma } from './generated/client.ts';
import { errorCode } from './postgres/error-code.ts';
import { joining } from './prisma-adapter.ts';

/**
 * What subscribers are told about: contents of a calendar; the calendars and connections themselves; an artist's or a
 * chair's free times; bookings and inquiries as the studio sees them; what the studio says of itself;
 * who signs in.
 */
export type Topic = 'events' | 'calendars' | 'slots' | 'bookings' | 'studio' | 'people';

export interface Announcement {
  readonly topic: Topic;
  /** Null concerns everything of the topic. */
  readonly calendarId: string | null;
  /** Of `slots` and `bookings`: whose; an artist or a chair. */
  readonly artistId?: string | null;
  /** Instants between which occurrences changed; null when unknown. */
  readonly from?: Date | null;
  readonly to?: Date | null;
}

export interface Transaction extends Queryable {
  /** For what neither Prisma nor a statement can say: COPY. */
  readonly client: pg.PoolClient;
  /** Told to every open browser after the commit, in commit order; not at all after a rollback. */
  announce(announcement: Announcement): void;
}

/**
 * Runs `work` in one transaction (read committed).
 *
 * Announcements take their tick from a row whose lock is held until the commit, as the last statement
 * before it: the order of ticks is the order of commits, so a reader that has seen tick n will never
 * find a smaller one appear later, and the lock is held for one commit only.
 *
 * `work` may be run again after a deadlock, so it does nothing outside its transaction that it cannot do twice.
 */
export async function transact<T>(
  database: Database,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt(database, work);
    } catch (error) {
      if (tries === MOST_TRIES || !isLostRace(error)) throw error;
    }
  }
}

const MOST_TRIES = 5;

/** PostgreSQL ended the transaction so that another one could go on: it is as if it had never begun. */
function isLostRace(error: unknown): boolean {
  const code = errorCode(error);
  return code === '40P01' || code === '40001';
}

async function attempt<T>(database: Database, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await joining(client, () =>
      database.prisma.$transaction((prisma) => perform(client, prisma, work)),
    );
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

async function perform<T>(
  client: pg.PoolClient,
  prisma: Prisma.TransactionClient,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const announcements: Announcement[] = [];
  const result = await work({
    client,
    prisma,
    query: queryOf(client),
    announce: (announcement) => announcements.push(announcement),
  });
  if (announcements.length > 0) await appendChanges(client, announcements);
  return result;
}

async function appendChanges(client: pg.PoolClient, announcements: readonly Announcement[]): Promise<void> {
  await client.query(
    `WITH clock AS (UPDATE change_clock SET tick = tick + $1 WHERE id = 1 RETURNING tick - $1 AS before),
     added AS (
       INSERT INTO change (tick, topic, calendar_id, from_at, to_at, artist_id)
       SELECT clock.before + item.n, item.topic, item.calendar_id, item.from_at, item.to_at, item.artist_id
       FROM clock, unnest($2::text[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::uuid[])
         WITH ORDINALITY AS item(topic, calendar_id, from_at, to_at, artist_id, n)
       RETURNING tick)
     SELECT pg_notify('atelier_change', max(tick)::text) FROM added`,
    [
      announcements.length,
      announcements.map((item) => item.topic),
      announcements.map((item) => item.calendarId),
      announcements.map((item) => item.from ?? null),
      announcements.map((item) => item.to ?? null),
      announcements.map((item) => item.artistId ?? null),
    ],
  );
}
