import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import type { Prisma, PrismaClient } from '../generated/client.ts';
import { whenAsked } from './when-asked.ts';

/** The connection whose transaction Prisma joins when it begins one of its own; once only. */
const joined = new AsyncLocalStorage<{ client: pg.PoolClient | null }>();

/** Whatever else begins later in the same work, or after it, is none of that connection's. */
export function takeJoined(): pg.PoolClient | null {
  const place = joined.getStore();
  if (place === undefined) return null;
  const { client } = place;
  place.client = null;
  return client;
}

/** Prisma's part in a transaction. */
export interface PrismaPart {
  readonly prisma: Prisma.TransactionClient;
  /** Before the transaction ends. */
  leave(): Promise<void>;
}

/** A transaction that Prisma begins is a part of the one that is open on `client`; who opened that ends it. */
export function joinWhenAsked(prisma: PrismaClient, client: pg.PoolClient): PrismaPart {
  const over = Promise.withResolvers<void>();
  let begun: ReturnType<typeof begin> | null = null;
  const begin = () => {
    const part = Promise.withResolvers<Prisma.TransactionClient>();
    const whole = joined.run({ client }, () =>
      prisma.$transaction(async (own) => {
        part.resolve(own);
        await over.promise;
      }),
    );
    whole.catch(part.reject);
    return { part: part.promise, whole };
  };
  return {
    prisma: whenAsked(() => {
      begun ??= begin();
      return begun.part;
    }),
    async leave() {
      over.resolve();
      await begun?.whole;
    },
  };
}
