import { createHash } from 'node:crypto';
import type { AllowList } from '../http/allow-list.ts';
import { failureFromStatus } from '../http/classify.ts';
import { createGuardedHttp, type GuardedHttp, type HttpAnswer } from '../http/guarded-http.ts';
import { type Resolve, systemResolve } from '../http/guarded-lookup.ts';
import { DEFAULT_HTTP_LIMITS, type HttpLimits } from '../http/http-limits.ts';
import { ProviderFailure } from '../port/failure.ts';
import { type FetchedNews, type NewsGateway, noFeed, type Validators } from '../port/news.ts';

export interface NewsGatewayOptions {
  readonly allow: AllowList;
  /** For Retry-After dates. */
  readonly now: () => Temporal.Instant;
  /** Milliseconds on a clock that never goes back, for pace. */
  readonly monotonicMs: () => number;
  readonly resolve?: Resolve;
  readonly http?: Partial<HttpLimits>;
}

/** Nothing of a feed is worth more: it is two megabytes at most, and here within ten seconds. One host is asked one thing at a time. */
const LIMITS: HttpLimits = {
  ...DEFAULT_HTTP_LIMITS,
  connectMs: 5_000,
  headersMs: 10_000,
  idleBodyMs: 5_000,
  totalMs: 10_000,
  drip: { bytes: 1_024, perMs: 4_000 },
  maxBytes: 2 * 1024 * 1024,
  requestsPerHost: 1,
};

const LONGEST_REST_MS = 86_400_000;

/** Every feed of news of an installation. Close it when done. */
export function createNewsGateway(options: NewsGatewayOptions): NewsGateway & AsyncDisposable {
  const { allow, now, monotonicMs, resolve = systemResolve } = options;
  const limits = { ...LIMITS, ...options.http };
  const http = createGuardedHttp({ allow, resolve, limits, monotonicMs });
  return {
    fetch: (url, had) => fetchNews(http, new URL(url), had, now()),
    [Symbol.asyncDispose]: () => http.close(),
  };
}

async function fetchNews(
  http: GuardedHttp,
  url: URL,
  had: Validators | null,
  now: Temporal.Instant,
): Promise<FetchedNews> {
  const answer = await http.send({ method: 'GET', url, headers: headersFor(had), elsewhere: true });
  const about = {
    movedTo: answer.moved ? answer.url.href : null,
    restMs: restOf(answer),
    // Some servers renew no more than the date with a 304.
    etag: answer.header('etag') ?? null,
    modified: answer.header('last-modified') ?? null,
  };
  if (answer.status === 304 && had !== null) {
    answer.discard();
    return {
      ...about,
      etag: about.etag ?? had.etag,
      modified: about.modified ?? had.modified,
      document: null,
    };
  }
  if (answer.status !== 200) {
    answer.discard();
    throw refusal(answer, now);
  }
  const bytes = await wholeOf(answer);
  const digest = createHash('sha256').update(bytes).digest('base64url');
  const contentType = answer.header('content-type') ?? null;
  return { ...about, document: { bytes, contentType, url: answer.url.href, digest } };
}

function headersFor(had: Validators | null): Readonly<Record<string, string>> {
  return {
    'user-agent': 'Atelier/0.1 (feed reader)',
    accept:
      'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.5',
    ...(had?.etag && { 'if-none-match': had.etag }),
    ...(had?.modified && { 'if-modified-since': had.modified }),
  };
}

async function wholeOf({ body }: HttpAnswer): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}

function restOf({ header }: HttpAnswer): number | null {
  const seconds = /(?:^|[\s,])max-age=(\d{1,9})/i.exec(header('cache-control') ?? '')?.[1];
  return seconds === undefined ? null : Math.min(Number(seconds) * 1_000, LONGEST_REST_MS);
}

function refusal({ status, header }: HttpAnswer, now: Temporal.Instant): ProviderFailure {
  if (status === 403 && header('cf-mitigated') !== undefined)
    return new ProviderFailure(
      'forbidden',
      'The site lets in people with a browser only, and no program.',
      'Ask whoever runs the site to let readers of feeds in.',
      { status },
    );
  if (status === 401 || status === 403)
    return new ProviderFailure(
      'forbidden',
      'The site shows this feed only to people who sign in.',
      'Feeds behind a sign-in cannot be read here; look for a public one.',
      { status },
    );
  if (status === 404 || status === 410)
    return new ProviderFailure(
      'not-found',
      'There is no feed at this address (any more).',
      'Look on the site where it is now, and add that address.',
      { status },
    );
  const failure = failureFromStatus(status, header('retry-after'), now);
  return failure.kind === 'wrong-service' ? noFeed() : failure;
}
