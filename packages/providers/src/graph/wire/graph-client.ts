import pLimit from 'p-limit';
import type { GuardedHttp, TrafficMeter } from '../../http/guarded-http.ts';
import { readJsonAnswer } from '../../http/json-answer.ts';
import { fieldOf, listOf, textOfField } from '../../json.ts';
import { signedIn } from '../../oauth/signed-in.ts';
import type { OAuthCredential } from '../../port/account.ts';
import {
  failureOf,
  type GraphAnswer,
  isMissing,
  isTransient,
  linkAway,
  notJson,
  unlike,
} from './graph-failure.ts';

export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Behind the base, `/me/calendars`, or a whole link that an answer gave. */
  readonly path: string;
  readonly body?: object;
  /** A whole message instead, which Graph takes in base64. */
  readonly mime?: Uint8Array;
  readonly ifMatch?: string;
  /** Rows of a delta's page. */
  readonly pageSize?: number;
}

/** Speaks with one mailbox of Microsoft Graph. What passes, and whatever has no proper answer, is thrown as ProviderFailure. */
export interface GraphClient {
  /** Answers of any kind that last: 2xx and refusals. Throws what passes by itself, and the end of a sign-in. */
  send(request: GraphRequest): Promise<GraphAnswer>;
  /** The same for up to any number, twenty to a request; answers in the order of the requests. */
  batch(requests: readonly GraphRequest[]): Promise<readonly GraphAnswer[]>;
  /** Up to twenty in one request, each with whatever came of it: one that fails is no matter of the others. */
  eachOf(requests: readonly GraphRequest[]): Promise<readonly GraphAnswer[]>;
  /** A whole message as it is; null where it is gone. @throws ProviderFailure `too-large` beyond `most` bytes */
  bytes(path: string, most: number): Promise<Uint8Array | null>;
  /** The body of a GET; throws every refusal. */
  read(path: string, pageSize?: number): Promise<unknown>;
  /** What was asked for along with something else: the next `send` of each path is answered from here. */
  keepAhead(answers: ReadonlyMap<string, GraphAnswer>): void;
  failure(answer: GraphAnswer): Error;
  readonly now: () => Temporal.Instant;
  readonly meter: TrafficMeter;
}

export interface GraphClientOptions {
  readonly http: GuardedHttp;
  /** `https://graph.microsoft.com/v1.0`, without a slash at its end. */
  readonly base: string;
  readonly credential: OAuthCredential;
  readonly now: () => Temporal.Instant;
  /** Names a request, so that Microsoft's support can find it. */
  readonly newId: () => string;
  readonly signal?: AbortSignal;
}

/** Outlook serves four requests of a mailbox at once and refuses the fifth; a person's own Outlook may have one. */
const AT_ONCE = 3;
const MOST_PARTS = 20;
/** Ids that stay when an event is moved, and times in UTC. */
const PREFER = 'IdType="ImmutableId", outlook.timezone="UTC"';

export function createGraphClient(options: GraphClientOptions): GraphClient {
  const { now } = options;
  const meter: TrafficMeter = { requests: 0, bytesIn: 0 };
  const limit = pLimit(AT_ONCE);
  const ahead = new Map<string, GraphAnswer>();
  const send = (request: GraphRequest): Promise<GraphAnswer> =>
    limit(async () => {
      const known = request.method === 'GET' ? ahead.get(request.path) : undefined;
      ahead.delete(request.path);
      if (known !== undefined) return known;
      const answer = await signedIn(options.credential, (token) => sendOnce(options, meter, request, token));
      if (isPassing(answer)) throw failureOf(answer, now());
      return answer;
    });
  const failure = (answer: GraphAnswer): Error => failureOf(answer, now());
  return {
    now,
    meter,
    send,
    failure,
    keepAhead(answers) {
      for (const [path, answer] of answers) ahead.set(path, answer);
    },
    async read(path, pageSize) {
      const answer = await send({ method: 'GET', path, ...(pageSize !== undefined && { pageSize }) });
      if (answer.status !== 200) throw failure(answer);
      return answer.body;
    },
    async batch(requests) {
      for (const { path } of requests) addressOf(options.base, path);
      const parts = chunks(requests, MOST_PARTS).map((some) => batchOf(some, send, now));
      const answers = (await Promise.all(parts)).flat();
      const passing = answers.filter(isPassing);
      const [worst] = passing.toSorted((a, b) => Number(b.retryAfter ?? 0) - Number(a.retryAfter ?? 0));
      if (worst) throw failure(worst);
      return answers;
    },
    bytes: (path, most) => limit(() => bytesAt(options, meter, path, most)),
    eachOf: (requests) => batchOf(requests, send, now),
  };
}

async function sendOnce(
  { http, base, newId, signal }: GraphClientOptions,
  meter: TrafficMeter,
  request: GraphRequest,
  token: string,
): Promise<GraphAnswer> {
  const { method, body, mime } = request;
  const answer = await http.send({
    method,
    url: addressOf(base, request.path),
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      'client-request-id': newId(),
      ...headersOf(request),
      ...(mime === undefined ? {} : { 'content-type': 'text/plain' }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    meter,
    ...(mime === undefined ? {} : { body: Buffer.from(mime).toString('base64') }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const whole = await readJsonAnswer(answer, { notJson, unlike });
  return { ...whole, code: codeIn(whole.body) };
}

async function bytesAt(
  { http, base, newId, credential, now }: GraphClientOptions,
  meter: TrafficMeter,
  path: string,
  most: number,
): Promise<Uint8Array | null> {
  const answer = await signedIn(credential, (token) =>
    http.send({
      method: 'GET',
      url: addressOf(base, path),
      headers: { authorization: `Bearer ${token}`, 'client-request-id': newId(), prefer: PREFER },
      meter,
      maxBytes: most,
    }),
  );
  if (answer.status === 200) return Buffer.concat(await Array.fromAsync(answer.body));
  const refused = await readJsonAnswer(answer, { notJson, unlike });
  const known = { ...refused, code: codeIn(refused.body) };
  if (isMissing(known)) return null;
  throw failureOf(known, now());
}

function headersOf({ ifMatch, pageSize }: GraphRequest): Readonly<Record<string, string>> {
  const size = pageSize === undefined ? '' : `, odata.maxpagesize=${pageSize}`;
  return { prefer: `${PREFER}${size}`, ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) };
}

/** Links are followed where they lead to the same service, and nowhere else. */
function addressOf(base: string, path: string): URL {
  if (path.startsWith('/')) return new URL(base + path);
  const [link, home] = [URL.parse(path), new URL(base)];
  if (link?.origin !== home.origin || !link.pathname.startsWith(`${home.pathname}/`)) throw linkAway();
  return link;
}

function codeIn(body: unknown): string {
  return (textOfField(fieldOf(body, 'error'), 'code') ?? '').toLowerCase();
}

/** What passes by itself, or with a new sign-in: it says nothing of what was asked for. */
export function isPassing(answer: GraphAnswer): boolean {
  return answer.status === 401 || isTransient(answer);
}

/** Each part has a fate of its own; one that is not answered at all is the fate of all. */
async function batchOf(
  requests: readonly GraphRequest[],
  send: GraphClient['send'],
  now: () => Temporal.Instant,
): Promise<readonly GraphAnswer[]> {
  const [only] = requests;
  if (only && requests.length === 1) return [await send(only)];
  const body = { requests: requests.map((request, at) => partOf(request, String(at))) };
  const whole = await send({ method: 'POST', path: '/$batch', body });
  if (whole.status !== 200) throw failureOf(whole, now());
  const byId = new Map(listOf(whole.body, 'responses').map((part) => [fieldOf(part, 'id'), part]));
  return requests.map((_, at) => answerOf(byId.get(String(at))));
}

function partOf(request: GraphRequest, id: string): object {
  const { method, path, body } = request;
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  return {
    id,
    method,
    url: path.startsWith('/') ? path : addressInside(path),
    headers: { ...headersOf(request), ...type },
    ...(body === undefined ? {} : { body }),
  };
}

/** A link as a batch names it: behind the version. Where it leads was looked at before. */
function addressInside(link: string): string {
  const { pathname, search } = new URL(link);
  return pathname.slice(Math.max(0, pathname.indexOf('/me/'))) + search;
}

function answerOf(part: unknown): GraphAnswer {
  const status = fieldOf(part, 'status');
  if (typeof status !== 'number') throw unlike('a part of it is missing');
  const headers = Object.entries(fieldOf(part, 'headers') ?? {});
  const retryAfter = headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  const body = fieldOf(part, 'body');
  return {
    status,
    body,
    code: codeIn(body),
    retryAfter: retryAfter === undefined ? undefined : String(retryAfter),
  };
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}
