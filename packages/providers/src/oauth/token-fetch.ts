import { failureFromStatus } from '../http/classify.ts';
import type { GuardedHttp } from '../http/guarded-http.ts';

/** Somebody waits for it, or a lease does. */
const LONGEST_MS = 20_000;

/** How the library asks: through the guards, with a deadline, and without a word about who would be an authority. */
export function tokenFetch(http: GuardedHttp, now: () => Temporal.Instant) {
  return async (address: string, { method, headers, body }: Asked): Promise<Response> => {
    const answer = await http.send({
      method,
      url: new URL(address),
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: body?.toString() ?? '',
      quick: true,
      totalMs: LONGEST_MS,
    });
    if (answer.status === 429 || answer.status >= 500) {
      answer.discard();
      throw failureFromStatus(answer.status, answer.header('retry-after'), now());
    }
    const pieces: Uint8Array[] = [];
    for await (const piece of answer.body) pieces.push(piece);
    const type = answer.header('content-type') ?? 'text/plain';
    return new Response(Buffer.concat(pieces), {
      status: answer.status,
      headers: { 'content-type': type },
    });
  };
}

interface Asked {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: URLSearchParams | undefined;
}
