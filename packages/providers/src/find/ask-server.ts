import type { GuardedHttp, HttpAnswer } from '../http/guarded-http.ts';
import { ProviderFailure } from '../port/failure.ts';

/** What a server turned out to be, asked without any sign-in. */
export type ServerIs =
  | { readonly is: 'nextcloud' | 'dav' | 'feed'; readonly url: URL }
  | { readonly is: 'something' | 'nothing' | 'private' };

export interface Asking {
  readonly http: GuardedHttp;
  readonly signal: AbortSignal;
}

const QUICK = { quick: true, elsewhere: true, totalMs: 4_000 } as const;
/** So much of an answer tells whether it is a calendar. */
const ENOUGH = 4_096;

/** Asks an address, and the usual places beside it. Sends no password anywhere. */
export async function askServer(asking: Asking, typed: URL): Promise<ServerIs> {
  const own = new URL('./', typed);
  const [cloud, dav, feed] = await Promise.all([
    firstOf([baseOf(own), new URL('/', typed)], (base) => nextcloudAt(asking, base)),
    firstOf([typed, new URL('/.well-known/caldav', typed)], (url) => davAt(asking, url)),
    look(() => feedAt(asking, typed)),
  ]);
  return (
    [feed, cloud, dav].find(({ is }) => FOUND.has(is)) ??
    [feed, cloud, dav].find(({ is }) => is === 'something') ??
    feed
  );
}

const FOUND: ReadonlySet<ServerIs['is']> = new Set(['nextcloud', 'dav', 'feed']);

async function firstOf(urls: readonly URL[], ask: (url: URL) => Promise<ServerIs>): Promise<ServerIs> {
  let last: ServerIs = { is: 'nothing' };
  for (const url of new Map(urls.map((one) => [one.href, one])).values()) {
    last = await look(() => ask(url));
    if (FOUND.has(last.is)) return last;
  }
  return last;
}

async function look(ask: () => Promise<ServerIs>): Promise<ServerIs> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ProviderFailure)) return { is: 'nothing' };
    if (error.kind === 'refused-address') return { is: 'private' };
    return { is: error.kind === 'unreachable' || error.kind === 'timeout' ? 'nothing' : 'something' };
  }
}

/** People paste addresses from the inside of their Nextcloud. */
function baseOf(url: URL): URL {
  const [base = ''] = url.pathname.split(/\/(?:index\.php|remote\.php|apps|login)(?:\/|$)/);
  return new URL(base.endsWith('/') ? base : `${base}/`, url);
}

/** Nextcloud and ownCloud tell everybody that they are there (`status.php`). */
async function nextcloudAt(asking: Asking, base: URL): Promise<ServerIs> {
  const answer = await send(asking, 'GET', new URL('status.php', base));
  const text = answer.status === 200 ? await beginningOf(answer) : discarded(answer);
  const said = jsonIn(text);
  const isCloud = typeof said === 'object' && said !== null && 'installed' in said && 'version' in said;
  return isCloud ? { is: 'nextcloud', url: new URL('./', answer.url) } : { is: 'something' };
}

/** Something that speaks WebDAV says so, or wants to know first who asks (RFC 4918, 9.1; RFC 6764, 5). */
async function davAt(asking: Asking, url: URL): Promise<ServerIs> {
  const answer = await send(asking, 'PROPFIND', url, { depth: '0' });
  const { status } = answer;
  const isDav = answer.header('dav')?.includes('calendar-access') === true;
  const multistatus = status === 207 && /xml/i.test(answer.header('content-type') ?? '');
  const asksWho = status === 401 && /basic|digest/i.test(answer.header('www-authenticate') ?? '');
  answer.discard();
  return isDav || multistatus || asksWho ? { is: 'dav', url: answer.url } : { is: 'something' };
}

async function feedAt(asking: Asking, url: URL): Promise<ServerIs> {
  const answer = await send(asking, 'GET', url);
  const text = answer.status === 200 ? await beginningOf(answer) : discarded(answer);
  return /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text) ? { is: 'feed', url } : { is: 'something' };
}

function send(
  { http, signal }: Asking,
  method: string,
  url: URL,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> {
  return http.send({ method, url, headers, signal, ...QUICK });
}

/** The rest of a long answer is not waited for. */
async function beginningOf(answer: HttpAnswer): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of answer.body) {
    text += decoder.decode(piece, { stream: true });
    if (text.length >= ENOUGH) break;
  }
  return text;
}

function discarded(answer: HttpAnswer): '' {
  answer.discard();
  return '';
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
