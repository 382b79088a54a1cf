import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';

const built = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** The built single-page app: files by name, and its one page for every other address. */
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
    const page = join(directory, 'index.html');
    if (!existsSync(page)) {
      response.status(503).type('text').send('The pages are not built yet: run `pnpm build`.');
      return;
    }
    response.set('Cache-Control', 'no-cache').sendFile(page);
  });
  return routes;
}
