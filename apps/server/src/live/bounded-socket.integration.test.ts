import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { BoundedSocket } from './bounded-socket.ts';

it('I6: who takes nothing is cut off before much waits for them; who takes it gets all of it', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, WebSocket: BoundedSocket });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const connect = async () => {
    const client = new WebSocket(`ws://127.0.0.1:${port}`);
    const [socket] = (await once(server, 'connection')) as [WebSocket];
    if (client.readyState !== client.OPEN) await once(client, 'open');
    return { client, socket };
  };
  const megabyte = 'x'.repeat(1024 * 1024);
  const slow = await connect();
  slow.client.pause();
  const cut = once(slow.socket, 'close');
  let sent = 0;
  while (slow.socket.readyState === slow.socket.OPEN) {
    expect((sent += 1)).toBeLessThan(50);
    slow.socket.send(megabyte);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await cut;
  const quick = await connect();
  let taken = 0;
  quick.client.on('message', () => (taken += 1));
  for (let n = 0; n < 20; n += 1) await new Promise((resolve) => quick.socket.send(megabyte, resolve));
  while (taken < 20) await once(quick.client, 'message');
  expect(quick.socket.readyState).toBe(quick.socket.OPEN);
  for (const { client } of [slow, quick]) client.terminate();
  await new Promise((resolve) => server.close(resolve));
});
