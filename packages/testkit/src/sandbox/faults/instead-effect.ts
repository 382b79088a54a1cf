import { type Answer, empty, failure } from '../wire/answer.ts';
import type { Effect, EffectOf, InsteadEffect } from './effect.ts';
import type { DavRequest } from './exchange.ts';

/** Paths under these prefixes are the same server seen through a redirect. */
export const ALIAS = '/moved';
const MAZE = '/maze';

const xml = (body: string | Iterable<string>): Answer => ({
  status: 207,
  headers: { 'content-type': 'application/xml; charset=utf-8' },
  body,
});

const kinds: Readonly<Record<InsteadEffect['kind'], true>> = {
  status: true,
  redirect: true,
  html: true,
  'non-xml': true,
  doctype: true,
  huge: true,
  deep: true,
};

export const isInsteadEffect = (effect: Effect): effect is InsteadEffect => Object.hasOwn(kinds, effect.kind);

/** The answer that an effect gives in place of the server's. */
export function insteadOf(effect: InsteadEffect, request: DavRequest): Answer {
  switch (effect.kind) {
    case 'status':
      return statusAnswer(effect);
    case 'redirect':
      return empty(effect.status, { location: locationOf(effect, request) });
    case 'html':
      return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: loginPage };
    case 'non-xml':
      return xml('Fatal error: Allowed memory size exhausted in /srv/dav/index.php on line 42');
    case 'doctype':
      return xml(effect.form === 'bomb' ? entityBomb : externalEntity);
    case 'huge':
      return xml(hugeBody(effect.bytes));
    case 'deep':
      return xml(deepBody(effect.depth));
  }
}

const loginPage =
  '<!DOCTYPE html><html><head><title>Sign in</title></head><body><form>Guest Wi-Fi</form></body></html>';

function statusAnswer(effect: EffectOf<'status'>): Answer {
  const answer = failure(effect.status, effect.message ?? 'This was asked for by a fault.', effect.error);
  const { retryAfter } = effect;
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function locationOf(effect: EffectOf<'redirect'>, request: DavRequest): string {
  if (effect.to instanceof URL) return effect.to.href;
  if (effect.to === 'same-origin') return ALIAS + request.path;
  const [, step = '0', path = request.path] = /^\/maze\/(\d+)(\/.*)$/.exec(request.path) ?? [];
  return `${MAZE}/${Number(step) + 1}${path}`;
}

/** The path without the prefixes that redirects add; null where it carries none. */
export function aliasedPath(path: string): string | null {
  return path.startsWith(`${ALIAS}/`) ? path.slice(ALIAS.length) : null;
}

export const isMaze = (path: string): boolean => path.startsWith(`${MAZE}/`);

const externalEntity =
  '<?xml version="1.0"?><!DOCTYPE d:multistatus [<!ENTITY secret SYSTEM "file:///etc/passwd">]>' +
  '<d:multistatus xmlns:d="DAV:"><d:response><d:href>&secret;</d:href></d:response></d:multistatus>';

const entityBomb = (() => {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const inner = level === 0 ? 'ha' : `&l${level - 1};`.repeat(10);
    return `<!ENTITY l${level} "${inner}">`;
  });
  return `<?xml version="1.0"?><!DOCTYPE d:multistatus [${levels.join('')}]><d:multistatus xmlns:d="DAV:"><d:response><d:href>&l8;</d:href></d:response></d:multistatus>`;
})();

/** Well-formed from its first to its last byte, and never in memory as a whole. */
function* hugeBody(bytes: number): Generator<string> {
  yield '<?xml version="1.0"?><d:multistatus xmlns:d="DAV:">';
  const response = `<d:response><d:href>/dav/filler.ics</d:href><d:propstat><d:prop><d:getetag>"${'0'.repeat(900)}"</d:getetag></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`;
  const piece = response.repeat(64);
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
  yield '</d:multistatus>';
}

function* deepBody(depth: number): Generator<string> {
  yield '<?xml version="1.0"?><d:multistatus xmlns:d="DAV:">';
  for (let level = 0; level < depth; level++) yield '<d:response>';
  for (let level = 0; level < depth; level++) yield '</d:response>';
  yield '</d:multistatus>';
}
