import { withinLimit } from '@atelier/usecases/abuse/within-limit';
import { artistPicture } from '@atelier/usecases/image/artist-picture';
import { seeImage } from '@atelier/usecases/image/see-image';
import { removeArtistPicture, setArtistPicture } from '@atelier/usecases/image/set-picture';
import { uploadImage } from '@atelier/usecases/image/upload-image';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { type Request, type RequestHandler, type Response, Router, raw } from 'express';
import { z } from 'zod';
import { SMALL_BODY } from '../doors/door.ts';
import { type OwnRoutes, signedInBy } from '../doors/signed-in.ts';
import { expectDone } from '../rest/expect-done.ts';
import { RestError } from '../rest/rest-error.ts';

/** Octets. */
const LARGEST = 10 * 1024 * 1024;
const anyId = z.uuid();

/** Pictures: uploads of anybody, those of bookings and ideas for whoever may see these, and artists' for everybody. */
export function imageRoutes(routes: OwnRoutes): Router {
  const { services, door } = routes;
  const router = Router({ caseSensitive: true, strict: true });
  const looking = door({ access: 'own', largestBody: SMALL_BODY });
  const shown = door({ access: 'public', largestBody: SMALL_BODY });
  const sending = door({ access: 'own', largestBody: LARGEST });
  const body = [onlyPictures, raw({ type: () => true, limit: LARGEST })];
  const counted: RequestHandler = async ({ ip = 'unknown' }, _response, next) => {
    expectDone(await withinLimit(services.limiter, 'upload', ip));
    next();
  };
  const signedIn = signedInBy(routes);
  router.post('/api/v1/images', sending, counted, ...body, async (request, response) => {
    response.status(201).json(expectDone(await uploadImage(services, bytesOf(request))));
  });
  router.get('/api/v1/images/:id', looking, async (request, response) => {
    const actor = await signedIn(request);
    const id = anyId.safeParse(request.params.id);
    if (!id.success) throw new RestError('not_found', codedRefusal('no-such-picture'));
    const image = expectDone(await seeImage(services, actor, id.data));
    show(response.set('Cache-Control', 'private, max-age=86400'), image);
  });
  router.get('/api/v1/artists/:slug/picture', shown, async (request, response) => {
    const picture = expectDone(await artistPicture(services, String(request.params['slug'])));
    response.set({ 'Cache-Control': 'public, max-age=3600', ETag: `"${picture.id}"` });
    show(response.set('Cross-Origin-Resource-Policy', 'cross-origin'), picture);
  });
  const picture = '/api/v1/admin/artists/:slug/picture';
  // Nobody's megabytes are read before they are known.
  const people: RequestHandler = async (request, _response, next) => {
    await signedIn(request);
    next();
  };
  router.put(picture, sending, people, ...body, async (request, response) => {
    const { slug } = request.params;
    const actor = await signedIn(request);
    response.json(expectDone(await setArtistPicture(services, actor, String(slug), bytesOf(request))));
  });
  router.delete(picture, looking, async (request, response) => {
    expectDone(await removeArtistPicture(services, await signedIn(request), String(request.params['slug'])));
    response.status(204).end();
  });
  return router;
}

/** What it says it is counts for nothing later; whoever posts something else hears so before its bytes are read. */
const onlyPictures: RequestHandler = (request, _response, next) => {
  const type = (request.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
  if (/^image\/[\w.+-]+$/i.test(type)) return next();
  throw new RestError('unsupported_type', codedRefusal('only-pictures'));
};

function bytesOf(request: Request): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** A browser shows it as the picture that it is, and never as a page. */
function show(response: Response, image: { readonly contentType: string; readonly bytes: Buffer }): void {
  response.set({ 'Content-Disposition': 'inline', 'X-Content-Type-Options': 'nosniff' });
  response.type(image.contentType).send(image.bytes);
}
