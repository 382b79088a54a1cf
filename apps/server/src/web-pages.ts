import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DoorKeeper, SMALL_BODY } from '@atelier/api/doors/door';
import { RestError } from '@atelier/api/rest/rest-error';
import type { Config } from '@atelier/runtime/config/config';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { type RequestHandler, Router } from 'express';
import staticGzip, { type ExpressStaticGzipOptions } from 'express-static-gzip';
import { shownAnywhere } from './doors/security-headers.ts';

const built = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Addresses of clients: they get a page of their own, without anything of the studio's. */
const EMBEDDED = ['/book', '/book/', '/book/*rest', '/idea', '/idea/', '/idea/*rest'];
const BY_LINK = ['/booking', '/booking/', '/booking/*rest'];

/** The built pages: files by name; one page for every address of clients, and one for every other. */
export function webPages(config: Pick<Config, 'publicUrl'>, door: DoorKeeper, directory = built): Router {
  const routes = Router({ caseSensitive: true, strict: true });
  const open = door({ access: 'public', largestBody: SMALL_BODY });
  const embedded = shownAnywhere(config);
  // Vite puts a hash of the content into the names below assets/, so these never change.
  const lasting = compressed(directory, { immutable: true, maxAge: '1y', fallthrough: false });
  const named = compressed(directory, { maxAge: 0 });
  routes.get('/assets/*file', open, lasting);
  routes.get('/embed.js', open, embedded, named);
  routes.get(EMBEDDED, open, onlyPages, embedded, page(directory, 'book.html'));
  routes.get(BY_LINK, open, onlyPages, page(directory, 'book.html'));
  routes.get('/{*path}', open, onlyPages, named, page(directory, 'index.html'));
  return routes;
}

/** Files as they were compressed when they were built: smaller than what is squeezed while somebody waits. */
function compressed(directory: string, serveStatic: ExpressStaticGzipOptions['serveStatic']): RequestHandler {
  return staticGzip(directory, {
    index: false,
    enableBrotli: true,
    orderPreference: ['br', 'gzip'],
    serveStatic: { ...serveStatic, redirect: false },
  });
}

function page(directory: string, name: string): RequestHandler {
  const file = join(directory, name);
  return (_request, response) => {
    if (existsSync(file)) return response.set('Cache-Control', 'no-cache').sendFile(file);
    return response.status(503).type('text').send('The pages are not built yet: run `pnpm build`.');
  };
}

/** An address that only looks like one of the interface is told so, instead of being given a page. */
const onlyPages: RequestHandler = (request, response, next) => {
  if (!/^\/(?:api|trpc|healthz|readyz|metrics)(?:\/|$)/.test(plainly(request.path))) return next();
  return nothingHere(request, response, next);
};

/** However it is spelt. */
function plainly(path: string): string {
  return posix
    .normalize(decodeURIComponent(path).replaceAll('\\', '/'))
    .replaceAll(/\/+/g, '/')
    .toLowerCase();
}

export const nothingHere: RequestHandler = () => {
  throw new RestError('not_found', codedRefusal('nothing-here'));
};
