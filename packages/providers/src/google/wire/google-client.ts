import type { GuardedHttp, TrafficMeter } from '../../http/guarded-http.ts';
import { readJsonAnswer } from '../../http/json-answer.ts';
import { fieldOf, listOf, textOfField } from '../../json.ts';
import { signedIn } from '../../oauth/signed-in.ts';
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
    const answer = await signedIn(options.credential, (token) => sendOnce(options, meter, request, token));
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
  const whole = await readJsonAnswer(answer, { notJson, unlike });
  return { ...whole, reason: reasonIn(whole.body) };
}

/** Newer services tell the reason among the details, older ones in a list of errors. */
function reasonIn(body: unknown): string {
  const error = fieldOf(body, 'error');
  const told = [...listOf(error, 'details'), ...listOf(error, 'errors')].map((one) =>
    textOfField(one, 'reason'),
  );
  return (told.find((reason) => reason !== null) ?? '').toLowerCase();
}
