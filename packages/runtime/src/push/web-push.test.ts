import { createECDH, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openHttp } from './open-http.ts';
import { createWebPush } from './web-push.ts';

/** A browser, as far as it is pushed to. */
function browser() {
  const keys = createECDH('prime256v1');
  return { p256dh: keys.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') };
}

/** A push service that writes down what it gets. */
async function openPushService(status: number) {
  const heard: { headers: Record<string, unknown>; body: Buffer }[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request));
    heard.push({ headers: request.headers, body });
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    heard,
    host: `127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function pushed(status: number, allowed = (host: string) => host) {
  await using service = await openPushService(status);
  const http = openHttp(allowed(service.host));
  try {
    const push = createWebPush(http);
    const ending = await push.send({
      to: { endpoint: `http://${service.host}/device`, ...browser() },
      keys: push.newKeys(),
      sender: 'https://studio.example.org',
      text: JSON.stringify({ title: 'A secret title' }),
      seconds: 600,
      topic: 'topic',
      urgent: true,
    });
    return { ending, heard: service.heard };
  } finally {
    await http.close();
  }
}

test('a push says how long it is worth something and who sends it, and reads as nothing on its way', async () => {
  const { ending, heard } = await pushed(201);
  expect(ending).toBe('sent');
  const [{ headers, body } = { headers: {}, body: Buffer.alloc(0) }] = heard;
  expect(headers).toMatchObject({
    ttl: '600',
    urgency: 'high',
    topic: 'topic',
    'content-encoding': 'aes128gcm',
  });
  expect(headers['authorization']).toMatch(/^vapid t=[\w.-]+, ?k=[\w-]+$/);
  expect(body.length).toBeGreaterThan(50);
  expect(body.toString('latin1')).not.toContain('secret');
});

test.each([
  [404, 'gone'],
  [410, 'gone'],
  [400, 'refused'],
  [413, 'refused'],
])('a push service that answers %d: %s', async (status, ending) => {
  expect((await pushed(status)).ending).toBe(ending);
});

test.each([429, 500, 503])('a push service that answers %d is asked again later', async (status) => {
  await expect(pushed(status)).rejects.toThrow(String(status));
});

test('S14: no push goes into the own network, whatever a browser has said', async () => {
  await expect(pushed(201, () => '')).rejects.toThrow();
});
