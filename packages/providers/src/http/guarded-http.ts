import type { Readable } from 'node:stream';
import { Agent, Pool } from 'undici';
import type { AllowList } from './allow-list.ts';
import { crossOrigin, failureFromError, redirectLoop } from './classify.ts';
import { decodedBody } from './decoded-body.ts';
import { guardedLookup, type Resolve, refuseLiteral } from './guarded-lookup.ts';
import { createHostBudget } from './host-budget.ts';
import type { HttpLimits } from './http-limits.ts';
import { decideRedirect } from './redirect.ts';

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Instead of a text. */
  readonly bytes?: Uint8Array;
  readonly maxBytes?: number;
  /** The answer is never long, and somebody waits for it; see HttpLimits. */
  readonly quick?: boolean;
  /** From the moment the request leaves the queue to the last byte of its body. */
  readonly totalMs?: number;
  readonly signal?: AbortSignal;
  /** A redirect may lead to another host, without the sign-in; each one is looked at like the first. */
  readonly elsewhere?: boolean;
  /** Told of each request and each piece of body. */
  readonly meter?: TrafficMeter;
}

export interface TrafficMeter {
  requests: number;
  bytesIn: number;
}

export interface HttpAnswer {
  readonly status: number;
  /** Where the answer came from, after redirects. */
  readonly url: URL;
  /** It was redirected, and each time for good (RFC 9110, 15.4.2 and 15.4.9). */
  readonly moved: boolean;
  header(name: string): string | undefined;
  /** Decompressed pieces; throws ProviderFailure. Either this is read (to any point) or `discard` is called. */
  readonly body: AsyncIterable<Uint8Array>;
  discard(): void;
}

/** HTTP that can be pointed at any address a stranger typed. */
export interface GuardedHttp {
  /** Resolves with whatever status came; rejects with ProviderFailure, or with the reason of `signal`. */
  send(request: HttpRequest): Promise<HttpAnswer>;
  close(): Promise<void>;
}

const MAX_REDIRECTS = 5;
export const USER_AGENT = 'Atelier/0.1 (+calendar sync)';

export interface GuardedHttpOptions {
  readonly allow: AllowList;
  readonly resolve: Resolve;
  readonly limits: HttpLimits;
  readonly monotonicMs: () => number;
}

export function createGuardedHttp(options: GuardedHttpOptions): GuardedHttp {
  const { allow, limits } = options;
  const budget = createHostBudget(limits.requestsPerHost);
  const agent = new Agent({
    factory: (origin) => createPool(new URL(origin), options),
  });

  const sendOnce = async (request: HttpRequest, url: URL): Promise<HttpAnswer> => {
    refuseLiteral(url.hostname, portOf(url), allow);
    const leave = await budget.enter(url.host, request.signal);
    try {
      const signal = anySignal(request.signal, request.totalMs ?? limits.totalMs);
      if (request.meter !== undefined) request.meter.requests += 1;
      const answer = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: request.method,
        headers: { 'user-agent': USER_AGENT, 'accept-encoding': 'gzip', ...headersAt(url, request) },
        body: request.bytes ?? request.body ?? null,
        signal,
      });
      const header = (name: string): string | undefined => [answer.headers[name.toLowerCase()]].flat()[0];
      return toAnswer(answer.statusCode, url, header, answer.body, leave, request, options);
    } catch (error) {
      leave();
      throw error;
    }
  };

  return {
    async send(request) {
      try {
        return await followingRedirects(request, (url) => sendOnce(request, url));
      } catch (error) {
        throw orAbortReason(error, request.signal);
      }
    },
    close: () => agent.destroy(),
  };
}

async function followingRedirects(
  request: HttpRequest,
  send: (url: URL) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  let url = request.url;
  let forGood = true;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const answer = await send(url);
    const decision = decideRedirect(answer.status, answer.header('location'), url, request.elsewhere);
    if (decision.kind === 'none') return { ...answer, moved: hops > 0 && forGood };
    answer.discard();
    forGood &&= answer.status === 301 || answer.status === 308;
    if (decision.kind === 'refuse') throw crossOrigin(decision.target);
    url = decision.url;
  }
  throw redirectLoop();
}

function headersAt(url: URL, request: HttpRequest): Readonly<Record<string, string>> {
  if (request.elsewhere !== true || url.origin === request.url.origin) return request.headers;
  const { authorization: _, ...others } = request.headers;
  return others;
}

function createPool(origin: URL, { allow, resolve, limits }: GuardedHttpOptions): Pool {
  return new Pool(origin, {
    connections: limits.requestsPerHost,
    pipelining: 1,
    // HTTP/2 multiplexing is fragile on several DAV servers behind proxies (DAViCal, Baïkal).
    allowH2: false,
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.idleBodyMs,
    connect: {
      timeout: limits.connectMs,
      lookup: guardedLookup(portOf(origin), allow, resolve),
    },
  });
}

function toAnswer(
  status: number,
  url: URL,
  header: (name: string) => string | undefined,
  raw: Readable,
  leave: () => void,
  request: HttpRequest,
  { limits, monotonicMs }: GuardedHttpOptions,
): HttpAnswer {
  // An abort after the headers surfaces here even when nobody reads on.
  raw.on('error', leave);
  const late = request.quick === true ? cutOffAfter(raw, limits.quick.bodyMs) : undefined;
  const discard = (): void => {
    clearTimeout(late);
    raw.destroy();
    leave();
  };
  async function* body(): AsyncGenerator<Uint8Array> {
    try {
      const maxBytes = request.maxBytes ?? (request.quick === true ? limits.quick : limits).maxBytes;
      for await (const chunk of decodedBody(raw, header('content-encoding'), {
        maxBytes,
        drip: limits.drip,
        monotonicMs,
      })) {
        if (request.meter !== undefined) request.meter.bytesIn += chunk.byteLength;
        yield chunk;
      }
    } catch (error) {
      throw orAbortReason(error, request.signal);
    } finally {
      discard();
    }
  }
  return { status, url, moved: false, header, body: body(), discard };
}

function cutOffAfter(raw: Readable, ms: number): NodeJS.Timeout {
  return setTimeout(() => raw.destroy(new DOMException('The body took too long.', 'TimeoutError')), ms);
}

function anySignal(outer: AbortSignal | undefined, totalMs: number): AbortSignal {
  const deadline = AbortSignal.timeout(totalMs);
  return outer === undefined ? deadline : AbortSignal.any([outer, deadline]);
}

/** A caller that cancels gets its own reason back; everything else is classified. */
function orAbortReason(error: unknown, signal: AbortSignal | undefined): unknown {
  return signal?.aborted === true ? signal.reason : failureFromError(error);
}

function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}
