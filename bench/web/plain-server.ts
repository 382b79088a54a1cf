import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** The plain page, built as ours is and served compressed from memory. */
export async function servePlainPage(events: readonly object[]) {
  await using stack = new AsyncDisposableStack();
  const outDir = await mkdtemp(join(tmpdir(), 'atelier-plain-'));
  stack.defer(() => rm(outDir, { recursive: true, force: true }));
  const root = fileURLToPath(new URL('./plain', import.meta.url));
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [react()],
    build: { outDir, target: 'es2023', emptyOutDir: true },
  });
  const json = Buffer.from(JSON.stringify(events));
  const server = createServer(async ({ url = '/' }, response) => {
    const path = new URL(url, 'http://plain').pathname;
    const file = path === '/' ? '/index.html' : path;
    const body = file === '/events.json' ? json : await readFile(join(outDir, file)).catch(() => null);
    if (!body) return void response.writeHead(404).end();
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(gzipSync(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stack.defer(() => new Promise((resolve) => server.close(() => resolve(undefined))));
  stack.defer(() => server.closeAllConnections());
  const owned = stack.move();
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
