import type { EventEmitter } from 'node:events';
import { patiently } from './patiently.ts';

/** `unknown`: the server, or its database, died before it could say. */
export type Answer = 'done' | 'refused' | 'unknown';

const LONGEST_CALL_MS = 15_000;

/** Somebody who is signed in at the server in a browser that stays open. */
export interface Visitor {
  /** How often no answer came. */
  readonly unanswered: number;
  call(path: string, input: unknown): Promise<Answer>;
}

/** @param calls is told `call` whenever a request is on its way. */
export async function openVisitor(
  { origin, calls }: { readonly origin: string; readonly calls: EventEmitter<{ call: [] }> },
  signIn: { readonly email: string; readonly password: string },
): Promise<Visitor> {
  const entered = await patiently(() => post(`${origin}/api/auth/sign-in/email`, signIn, { origin }));
  if (!entered.ok) throw new Error(`sign-in answered ${entered.status}`);
  const cookie = entered.headers.getSetCookie().map((each) => each.split(';')[0]);
  const headers = { origin, cookie: cookie.join('; ') };
  let unanswered = 0;
  const unknown = () => {
    unanswered += 1;
    return 'unknown' as const;
  };
  return {
    get unanswered() {
      return unanswered;
    },
    async call(path, input) {
      calls.emit('call');
      const answer = await post(`${origin}/trpc/${path}`, { json: input }, headers).catch(() => null);
      // A body that breaks off is no answer either.
      const text = await answer?.text().catch(() => null);
      if (!answer || text === null || answer.status >= 500) return unknown();
      if (answer.ok) return 'done';
      if (answer.status === 401 || answer.status === 400)
        throw new Error(`${path}: ${answer.status} ${text}`);
      return 'refused';
    },
  };
}

function post(url: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(LONGEST_CALL_MS),
  });
}
