import pg from 'pg';

/** An address that swallows everything is as far away as one that refuses. */
const CONNECT_MS = 10_000;

/** One connection of one's own, for work that no pool is for. */
export async function openPlainClient(
  url: string,
  name: `atelier-${string}`,
): Promise<AsyncDisposable & { readonly client: pg.Client }> {
  const client = new pg.Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: CONNECT_MS,
  });
  // The statement under way fails by itself; unheard, the event would end the process before anybody is told why.
  client.on('error', () => undefined);
  await client.connect();
  return { client, [Symbol.asyncDispose]: () => client.end() };
}
