import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { takeJoined } from './joining.ts';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type PrismaTransaction = Awaited<ReturnType<Adapter['startTransaction']>>;

/** Prisma on a pool that it shares with plain SQL. */
export class JoiningAdapter extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const begin = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = (isolationLevel) => {
      const client = takeJoined();
      return client === null ? begin(isolationLevel) : join(client);
    };
    return adapter;
  }
}

/** Connections are used again and again, and what Prisma needs of one stays the same. */
const partsOf = new WeakMap<pg.PoolClient, Promise<PrismaTransaction>>();

function join(client: pg.PoolClient): Promise<PrismaTransaction> {
  const known = partsOf.get(client);
  if (known) return known;
  const part = partOf(client);
  partsOf.set(client, part);
  return part;
}

async function partOf(client: pg.PoolClient): Promise<PrismaTransaction> {
  // Prisma's adapter takes pools only: this one has a single connection, the one that it is given.
  const single = Object.assign(new pg.Pool({ max: 1 }), { query: client.query.bind(client) });
  const adapter = await new PrismaPg(single).connect();
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    // "Phantom": BEGIN, COMMIT and ROLLBACK are not Prisma's to send.
    options: { usePhantomQuery: true },
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
    commit: async () => undefined,
    rollback: async () => undefined,
  };
}
