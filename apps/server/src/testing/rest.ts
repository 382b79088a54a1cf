import { randomUUID } from 'node:crypto';
import { OPERATOR } from '@atelier/usecases/actor';
import { createApiKey } from '@atelier/usecases/people/api-keys';
import { addBookable, expectOk } from './bookable.ts';
import { openContract } from './open-api.ts';
import { openTestServer } from './server.ts';

type Answer = ReturnType<typeof JSON.parse>;

export type Rest = Awaited<ReturnType<typeof openRest>>;

/** A server with an artist, its contract and an admin's key, called as a program would. For tests. */
export async function openRest(settings: Record<string, string> = {}) {
  await using stack = new AsyncDisposableStack();
  const server = stack.use(await openTestServer(settings));
  const { context, origin } = server;
  await server.addUser('ann@studio.test', 'ADMIN');
  const lea = await addBookable(server, { slug: 'lea', owner: 'ann@studio.test' });
  const contract = await openContract(origin);
  const { key } = expectOk(await createApiKey(context, OPERATOR, { name: 'tests', role: 'ADMIN' }));
  const owned = stack.move();

  interface Call {
    readonly ids?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  }
  /** Calls a route of the document, holds the answer against it, and gives status and answer. */
  async function call(method: string, path: string, { ids = {}, query = {}, body, headers = {} }: Call = {}) {
    const address = Object.entries(ids).reduce((text, [name, id]) => text.replace(`{${name}}`, id), path);
    const answer = await fetch(`${origin}${address}?${new URLSearchParams(query)}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const value: Answer = await contract.check(method, path, answer);
    return { status: answer.status, value, headers: answer.headers };
  }

  const wish = (time: string, more: object = {}) => ({
    artist: 'lea',
    service: lea.serviceId,
    start: lea.at(time).toISOString(),
    zone: 'Europe/Zurich',
    client: { name: 'Nora', email: 'nora@example.org' },
    ...more,
  });
  const book = (body: object, idempotency: string = randomUUID()) =>
    call('post', '/api/v1/bookings', { body, headers: { 'idempotency-key': idempotency } });
  const admin = { authorization: `Bearer ${key}` };
  return {
    server,
    context,
    origin,
    lea,
    contract,
    admin,
    call,
    wish,
    book,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
