import type { GuardedHttp, HttpAnswer, TrafficMeter } from '../../http/guarded-http.ts';
import type { OAuthCredential } from '../../port/account.ts';
import { failureOf, type GoogleAnswer, isPassing, notJson, unlike } from './google-failure.ts';

export interface GoogleRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Behind the base, `/users/me/calendarList`; encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly ifMatch?: string;
}

/** Speaks with the calendars of one Google account. What passes, and whatever has no proper answer, is thrown as ProviderFailure. */
export interface GoogleClient {
  /** Answers that last: 2xx and refusals. Throws what passes by itself, and the end of a sign-in. */
  send(request: GoogleRequest): Promise<GoogleAnswer>;
  /** The body of a GET; throws every refusal. */
  read(path: string, query?: GoogleRequest['query']): Promise<unknown>;
  failure(answer: GoogleAnswer): Error;
  readonly now: () => Temporal.Instant;
  readonly meter: TrafficMeter;
}

export interface GoogleClientOptions {
  readonly http: GuardedHttp;
  /** `https://www.googleapis.com/calendar/v3`, without a slash at its end. */
  readonly base: string;
  readonly credential: OAuthCredential;
  readonly now: () => Temporal.Instant;
  readonly signal?: AbortSignal;
}

/** Bytes of a page of 2,500 events with long notes. */
const LONGEST_PAGE = 64 * 1024 * 1024;

export function createGoogleClient(options: GoogleClientOptions): GoogleClient {
  const { now } = options;
  const meter: TrafficMeter = { requests: 0, bytesIn: 0 };
  const failure = (answer: GoogleAnswer): Error => failureOf(answer, now());
  const send = async (request: GoogleRequest): Promise<GoogleAnswer> => {
    const answer = await signedIn(options, meter, request);
    if (isPassing(answer, now())) throw failure(answer);
    return answer;
  };
  return {
    now,
    meter,
    send,
    failure,
    async read(path, query) {
      const answer = await send({ method: 'GET', path, ...(query !== undefined && { query }) });
      if (answer.status !== 200) throw failure(answer);
      return answer.body;
    },
  };
}

/** A token may end at any moment: the answer to a 401 is a new one, once. */
async function signedIn(
  options: GoogleClientOptions,
  meter: TrafficMeter,
  request: GoogleRequest,
): Promise<GoogleAnswer> {
  const token = await options.credential.accessToken();
  const answer = await sendOnce(options, meter, request, token);
  if (answer.status !== 401) return answer;
  return sendOnce(options, meter, request, await options.credential.accessToken(token));
}

async function sendOnce(
  { http, base, signal }: GoogleClientOptions,
  meter: TrafficMeter,
  { method, path, query = {}, body, ifMatch }: GoogleRequest,
  token: string,
): Promise<GoogleAnswer> {
  const url = new URL(base + path);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const answer = await http.send({
    method,
    url,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    maxBytes: LONGEST_PAGE,
    meter,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  return readAnswer(answer);
}

async function readAnswer(answer: HttpAnswer): Promise<GoogleAnswer> {
  const { status } = answer;
  const retryAfter = answer.header('retry-after');
  const text = await textOf(answer);
  const good = status >= 200 && status < 300;
  if (text.trim() === '') return { status, body: null, reason: '', retryAfter };
  const type = answer.header('content-type') ?? '';
  if (!/json/i.test(type)) {
    if (good) throw notJson(/html/i.test(type) ? 'a web page' : 'something else than JSON');
    return { status, body: null, reason: '', retryAfter };
  }
  const body = parsed(text);
  if (body === undefined && good) throw unlike('it ends in its middle');
  return { status, body: body ?? null, reason: reasonIn(body), retryAfter };
}

async function textOf({ body }: HttpAnswer): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of body) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A field of what may be an object. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

export function listOf(value: unknown, name: string): readonly unknown[] {
  const list = fieldOf(value, name);
  return Array.isArray(list) ? list : [];
}

export function textOfField(value: unknown, name: string): string | null {
  const text = fieldOf(value, name);
  return typeof text === 'string' ? text : null;
}

/** Newer services tell the reason among the details, older ones in a list of errors. */
function reasonIn(body: unknown): string {
  const error = fieldOf(body, 'error');
  const told = [...listOf(error, 'details'), ...listOf(error, 'errors')].map((one) =>
    textOfField(one, 'reason'),
  );
  return (told.find((reason) => reason !== null) ?? '').toLowerCase();
}
