import { failureFromStatus, notCalDav } from '../../http/classify.ts';
import type { GuardedHttp, HttpAnswer, TrafficMeter } from '../../http/guarded-http.ts';
import type { ProviderFailure } from '../../port/failure.ts';
import type { DavItem } from './dav-response.ts';
import { readErrorBody } from './error-body.ts';
import { readMultistatus } from './read-multistatus.ts';
import { basicAuthorization, type Credentials, sendWrite } from './tsdav-requests.ts';
import { readWriteAnswer, type WriteAnswer } from './write-answer.ts';

export interface DavQuery {
  readonly method: 'PROPFIND' | 'REPORT';
  readonly url: URL;
  readonly depth: 0 | 1;
  readonly body: string;
  readonly maxBytes?: number;
  /** See HttpRequest; so are all answers for which nothing else is said. */
  readonly quick?: boolean;
  readonly totalMs?: number;
  readonly signal?: AbortSignal;
}

export interface DavWrite {
  /** The server may tell the organizer: it is the answer of a guest. */
  readonly tellsOrganizer?: boolean;
  readonly method: 'PUT' | 'DELETE' | 'MOVE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A multistatus to be read, or a refusal that the caller may know a way around. */
export type DavAnswer =
  | { readonly ok: true; readonly url: URL; readonly items: AsyncIterable<DavItem> }
  | DavRefusal;

export interface DavRefusal {
  readonly ok: false;
  readonly url: URL;
  readonly status: number;
  /** RFC 4918 16, `{namespace}name`. */
  readonly preconditions: ReadonlySet<string>;
  /** To be thrown by whoever knows no way around. */
  readonly failure: ProviderFailure;
}

/** Speaks DAV for one account, or for nobody in particular. Everything throws ProviderFailure where there is no proper answer at all. */
export interface DavClient {
  ask(query: DavQuery): Promise<DavAnswer>;
  write(request: DavWrite): Promise<WriteAnswer>;
  get(url: URL, bounds: { readonly maxBytes: number; readonly signal: AbortSignal }): Promise<HttpAnswer>;
  /** What a resource says that it can do (`DAV`, RFC 4918 10.1), in lower case; empty where it says nothing. */
  features(url: URL): Promise<ReadonlySet<string>>;
  readonly now: () => Temporal.Instant;
  readonly meter: TrafficMeter;
}

export function createDavClient(
  http: GuardedHttp,
  credentials: Credentials | null,
  now: () => Temporal.Instant,
  signal?: AbortSignal,
): DavClient {
  const meter: TrafficMeter = { requests: 0, bytesIn: 0 };
  const signedIn = credentials === null ? {} : { authorization: basicAuthorization(credentials) };
  const always = { meter, ...(signal !== undefined && { signal }) };
  return {
    meter,
    now,
    async ask({ method, url, depth, body, ...bounds }) {
      const headers = {
        ...signedIn,
        depth: String(depth),
        'content-type': 'application/xml; charset=utf-8',
      };
      const quick = bounds.maxBytes === undefined;
      return toAnswer(await http.send({ method, url, headers, body, quick, ...always, ...bounds }), now);
    },
    async write({ headers, tellsOrganizer = false, ...request }) {
      const all = { ...signedIn, ...(!tellsOrganizer && NO_REPLY), ...headers };
      const answer = await sendWrite(http, { ...request, headers: all, quick: true, ...always });
      return readWriteAnswer(answer, now());
    },
    get: (url, bounds) => http.send({ method: 'GET', url, headers: signedIn, ...always, ...bounds }),
    async features(url) {
      const answer = await http.send({ method: 'OPTIONS', url, headers: signedIn, quick: true, ...always });
      answer.discard();
      if (answer.status === 401 || answer.status >= 500)
        throw failureFromStatus(answer.status, answer.header('retry-after'), now());
      const told = answer.status < 300 ? (answer.header('dav') ?? '') : '';
      return new Set(told.toLowerCase().split(/[\s,]+/));
    },
  };
}

/**
 * Guests are told by people, never by a server on its own account, and organizers only where that was decided: RFC 6638 8.1 has this for DELETE, sabre/dav heeds it
 * on PUT as well. If-Schedule-Tag-Match is never sent: a Schedule-Tag lets guests' answers pass unseen, which are to be
 * merged here, and Cyrus changes it for nothing; the etag is the stricter condition and always at hand.
 */
const NO_REPLY = { 'schedule-reply': 'F' };

/** The items of an answer; throws the failure of a refusal. */
export function itemsOf(answer: DavAnswer): AsyncIterable<DavItem> {
  if (!answer.ok) throw answer.failure;
  return answer.items;
}

const EXPLAINED: ReadonlySet<number> = new Set([400, 403, 405, 409, 412, 415, 422, 507]);

async function toAnswer(answer: HttpAnswer, now: () => Temporal.Instant): Promise<DavAnswer> {
  const contentType = answer.header('content-type');
  if (answer.status === 207) {
    return { ok: true, url: answer.url, items: readMultistatus(answer.body, contentType) };
  }
  // Only a refusal of this very request explains itself; a 401 or 503 page is not worth waiting for.
  const preconditions = EXPLAINED.has(answer.status)
    ? (await readErrorBody(answer.body, contentType)).preconditions
    : new Set<string>();
  answer.discard();
  const failure = failureOf(answer, contentType, now());
  return { ok: false, url: answer.url, status: answer.status, preconditions, failure };
}

function failureOf(
  answer: HttpAnswer,
  contentType: string | undefined,
  now: Temporal.Instant,
): ProviderFailure {
  if (answer.status >= 200 && answer.status < 300) return notCalDav(describeContent(contentType));
  return failureFromStatus(answer.status, answer.header('retry-after'), now);
}

function describeContent(contentType: string | undefined): string {
  const type = contentType?.toLowerCase() ?? '';
  if (type.includes('html')) return 'a web page';
  if (type.includes('json')) return 'JSON data';
  return 'something else';
}
