import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';

const built = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Addresses of clients: they get a page of their own, without anything of the studio's. */
const FOR_CLIENTS = /^\/(?:book|booking|idea)(?:\/|$)/;

/** The built pages: files by name; one page for every address of clients, and one for every other. */
export function webPages(directory = built): Router {
  const routes = Router();
  // Vite puts a hash of the content into the names below assets/, so these never change.
  routes.use(
    '/assets',
    express.static(join(directory, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  routes.use(express.static(directory, { index: false, maxAge: 0 }));
  routes.get('/{*path}', (request, response, next) => {
    if (request.path.startsWith('/api/') || request.path.startsWith('/trpc')) return next();
    const page = join(directory, FOR_CLIENTS.test(request.path) ? 'book.html' : 'index.html');
    if (!existsSync(page)) {
      response.status(503).type('text').send('The pages are not built yet: run `pnpm build`.');
      return;
    }
    response.set('Cache-Control', 'no-cache').sendFile(page);
  });
  return routes;
}
