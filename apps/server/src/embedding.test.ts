import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerError } from '@atelier/api/doors/answer-error';
import { createDoorKeeper } from '@atelier/api/doors/door';
import express from 'express';
import { expect, test } from 'vitest';
import { securityHeaders } from './doors/security-headers.ts';
import { webPages } from './web-pages.ts';

async function openPages() {
  const directory = await mkdtemp(join(tmpdir(), 'atelier-pages-'));
  await writeFile(join(directory, 'index.html'), 'studio');
  await writeFile(join(directory, 'book.html'), 'clients');
  const app = express();
  const config = { publicUrl: null, trustedProxies: 0 };
  app.enable('case sensitive routing');
  app.use(securityHeaders(config));
  app.use(webPages(config, createDoorKeeper(config), directory));
  app.use(answerError(() => undefined));
  const http = app.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  return {
    get: (path: string) => fetch(`http://127.0.0.1:${port}${path}`),
    [Symbol.asyncDispose]: async () => {
      http.close();
      await rm(directory, { recursive: true });
    },
  };
}

test.each([
  ['/book', 'clients', true],
  ['/book/lea?embed=1', 'clients', true],
  ['/idea', 'clients', true],
  ['/idea/token', 'clients', true],
  ['/booking/token', 'clients', false],
  ['/bookings', 'studio', false],
  ['/bookings/1', 'studio', false],
  ['/', 'studio', false],
  ['/studio/lea', 'studio', false],
])('%s is the page of %s; shown inside other sites: %s', async (path, page, framed) => {
  await using pages = await openPages();
  const answer = await pages.get(path);
  expect(await answer.text()).toBe(page);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain(framed ? 'frame-ancestors *' : "frame-ancestors 'none'");
  expect(answer.headers.get('x-frame-options')).toBe(framed ? null : 'DENY');
  expect(policy).toContain("script-src 'self';");
});

test.each([
  '/API/v1/artists',
  '//api/v1/artists',
  '/api/v1/artists/',
  '/%61pi/v1/artists',
  '/x/../api/v1/artists',
  '/trpc',
  '/TRPC/people.me',
  '/Healthz',
])('I8 %s is no page: it only looks like an address of the interface', async (path) => {
  await using pages = await openPages();
  const answer = await pages.get(path);
  expect([answer.status, await answer.json()]).toMatchObject([404, { error: { kind: 'not_found' } }]);
});

test.each(['/assets/missing.js', '/assets/..%2f..%2fx', '/assets/%00', '/%E0%A4%A', '/assets'])(
  'B10 %s tells nothing of the machine',
  async (path) => {
    await using pages = await openPages();
    const answer = await pages.get(path);
    const text = await answer.text();
    expect(text).not.toMatch(/\bat \/|node_modules|\/work|atelier-pages|Error:/);
    if (path !== '/assets') expect([400, 404]).toContain(answer.status);
  },
);
