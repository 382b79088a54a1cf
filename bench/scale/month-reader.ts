import { Agent, request } from 'node:http';
import superjson from 'superjson';

/** Asks for a month of events as the agenda does. The bytes are taken and not looked into: a browser has a core of its own. */
export interface MonthReader extends Disposable {
  /** @returns octets on the wire. */
  read(origin: string, cookie: string): Promise<number>;
  /** The same by the procedure itself, which makes every answer anew. */
  readAnew(origin: string, cookie: string): Promise<number>;
}

const MOST_SOCKETS = 64;

export function openMonthReader(span: { readonly from: Date; readonly to: Date }): MonthReader {
  const agent = new Agent({ keepAlive: true, maxSockets: MOST_SOCKETS });
  const said = superjson.serialize(span);
  const input = encodeURIComponent(JSON.stringify(said));
  const batch = encodeURIComponent(JSON.stringify({ 0: said }));
  const get = (origin: string, path: string, cookie: string) =>
    new Promise<number>((resolve, reject) => {
      const headers = { cookie, origin, 'accept-encoding': 'gzip' };
      request(`${origin}${path}`, { agent, headers }, (response) => {
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.byteLength;
        });
        response.once('error', reject);
        response.once('end', () => {
          if (response.statusCode === 200) resolve(bytes);
          else reject(new Error(`a month answered ${response.statusCode}`));
        });
      })
        .once('error', reject)
        .end();
    });
  return {
    read: (origin, cookie) => get(origin, `/trpc/agenda.events?input=${input}`, cookie),
    readAnew: (origin, cookie) => get(origin, `/trpc/agenda.events?batch=1&input=${batch}`, cookie),
    [Symbol.dispose]: () => agent.destroy(),
  };
}
