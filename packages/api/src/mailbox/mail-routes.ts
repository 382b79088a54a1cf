import { framedHtml } from '@atelier/mail/html/framed-html';
import { remotePictures } from '@atelier/mail/html/remote-pictures';
import {
  mailAttachment,
  mailSource,
  openMail,
  type SeenMail,
} from '@atelier/usecases/mailbox/read/open-mail';
import { remotePicture } from '@atelier/usecases/mailbox/read/remote-pictures';
import { attachToDraft, MOST_ATTACHED } from '@atelier/usecases/mailbox/write/drafts';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { type Response, Router, raw } from 'express';
import { z } from 'zod';
import { SMALL_BODY } from '../doors/door.ts';
import { knownFirst, type OwnRoutes, signedInBy } from '../doors/signed-in.ts';
import { expectDone } from '../rest/expect-done.ts';
import { RestError } from '../rest/rest-error.ts';

const anyId = z.uuid();
const anyPlace = z.coerce.number().int().min(0).max(1_000);
/** What the line says that opens a folded quote, in the reader's language. */
const anyFold = z.string().trim().min(1).max(60).optional();
const upload = z.object({
  name: z.string().max(500),
  type: z.string().max(100).default('application/octet-stream'),
});
/** A file costs as much as so many looks. */
const POINTS = 20;

/** Pictures of points alone: SVG and HTML are programs, and are never shown as what they say they are (M4). */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Files of messages and of drafts, for whoever reads the mailbox. */
export function mailRoutes(routes: OwnRoutes): Router {
  const { services, door } = routes;
  const router = Router({ caseSensitive: true, strict: true });
  const looking = door({ access: 'own', largestBody: SMALL_BODY });
  const sending = door({ access: 'own', largestBody: MOST_ATTACHED });
  const signedIn = signedInBy(routes);
  const known = knownFirst(routes, POINTS);
  router.get('/api/mail/messages/:id/files/:place', looking, known, async (request, response) => {
    const [id, place] = [anyId.safeParse(request.params['id']), anyPlace.safeParse(request.params['place'])];
    if (!id.success || !place.success) throw new RestError('not_found', codedRefusal('no-attachment'));
    const wanted = { id: id.data, place: place.data };
    const { name, type, bytes } = expectDone(await mailAttachment(services, await signedIn(request), wanted));
    give(
      response,
      { name, type: SHOWN.has(type) ? type : 'application/octet-stream', inline: SHOWN.has(type) },
      bytes,
    );
  });
  router.get('/api/mail/messages/:id/pictures/:place', looking, known, async (request, response) => {
    const [id, place] = [anyId.safeParse(request.params['id']), anyPlace.safeParse(request.params['place'])];
    if (!id.success || !place.success) throw new RestError('not_found', codedRefusal('no-attachment'));
    const wanted = { id: id.data, place: place.data };
    const { type, bytes } = expectDone(await remotePicture(services, await signedIn(request), wanted));
    give(response, { name: `picture-${place.data}`, type, inline: true }, bytes);
  });
  router.get('/api/mail/messages/:id/source', looking, known, async (request, response) => {
    const id = anyId.safeParse(request.params['id']);
    if (!id.success) throw new RestError('not_found', codedRefusal('no-message'));
    const source = expectDone(await mailSource(services, await signedIn(request), id.data));
    give(response, { name: 'message.eml', type: 'application/octet-stream', inline: false }, source);
  });
  router.get('/api/mail/messages/:id/page', looking, async (request, response) => {
    const [id, fold] = [anyId.safeParse(request.params['id']), anyFold.safeParse(request.query['fold'])];
    if (!id.success) throw new RestError('not_found', codedRefusal('no-message'));
    const opened = expectDone(await openMail(services, await signedIn(request), id.data));
    response.removeHeader('X-Frame-Options');
    response.set({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': FRAME_POLICY,
      'Cache-Control': 'private, no-cache',
    });
    response.send(pageOf(opened, fold.data ?? '…'));
  });
  const body = raw({ type: () => true, limit: MOST_ATTACHED });
  router.post('/api/mail/drafts/:id/files', sending, known, body, async (request, response) => {
    const [id, file] = [anyId.safeParse(request.params['id']), upload.safeParse(request.query)];
    if (!id.success || !file.success) throw new RestError('not_found', codedRefusal('no-draft'));
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const attached = { mailId: id.data, ...file.data, bytes: Buffer.from(bytes) };
    response.status(201).json(expectDone(await attachToDraft(services, await signedIn(request), attached)));
  });
  return router;
}

/**
 * Nothing runs, nothing is sent, and nothing comes from elsewhere. Styles that the sanitiser let through are allowed here,
 * in a page of its own, and so nowhere in the studio's pages. With an origin the page around it can measure its height.
 */
const FRAME_POLICY = [
  'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

function pageOf({ id, html, attachments, pictures }: SeenMail, fold: string): string {
  const remote = pictures ? remotePictures(html?.html ?? '') : [];
  const places = new Map(
    (attachments ?? []).flatMap(({ contentId, place }) => (contentId === null ? [] : [[contentId, place]])),
  );
  return framedHtml({
    html: html?.html ?? '',
    fold,
    remoteAt: (place) =>
      remote[place]?.tracks === false ? `/api/mail/messages/${id}/pictures/${place}` : null,
    pictureAt: (contentId) => {
      const place = places.get(contentId);
      return place === undefined ? null : `/api/mail/messages/${id}/files/${place}`;
    },
  });
}

interface Given {
  readonly name: string;
  readonly type: string;
  readonly inline: boolean;
}

/** Whatever it holds, it runs nowhere and loads nothing. */
function give(response: Response, { name, type, inline }: Given, bytes: Uint8Array): void {
  response.set({
    'Content-Type': type,
    'Content-Disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, escaped)}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'private, max-age=3600',
  });
  response.send(Buffer.from(bytes));
}

/** Letters that RFC 8187 wants written out, and `encodeURIComponent` leaves. */
function escaped(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
}
