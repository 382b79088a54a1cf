import { failureFromStatus, notCalDav } from '../http/classify.ts';
import type { GuardedHttp, TrafficMeter } from '../http/guarded-http.ts';

type Fetch = typeof globalThis.fetch;

/**
 * The guarded HTTP in the shape of `fetch`, for tsdav. Anything but a multistatus is thrown as
 * ProviderFailure instead of handed on, since tsdav takes a 401 or a web page for "not found".
 */
export function tsdavFetch(http: GuardedHttp, meter: TrafficMeter, now: () => Temporal.Instant): Fetch {
  return async (input, init) => {
    const answer = await http.send({
      method: init?.method ?? 'GET',
      url: new URL(input instanceof Request ? input.url : input),
      headers: Object.fromEntries(new Headers(init?.headers)),
      meter,
      ...(typeof init?.body === 'string' && { body: init.body }),
    });
    if (answer.status !== 207) {
      answer.discard();
      if (answer.status >= 200 && answer.status < 300) throw notCalDav('something else');
      throw failureFromStatus(answer.status, answer.header('retry-after'), now());
    }
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for await (const part of answer.body) parts.push(new Uint8Array(part));
    const contentType = answer.header('content-type') ?? 'application/xml';
    return new Response(new Blob(parts), { status: 207, headers: { 'content-type': contentType } });
  };
}
