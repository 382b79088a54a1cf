import { createHash } from 'node:crypto';
import type { HintRequest, HintVerdict } from '@atelier/providers/port/change-hints';

/**
 * Remembers for a few seconds which messages were proven. One that is sent again, byte for byte at the same address, is
 * what it was, and costs a look instead of a signature and a decryption: so whoever repeats one by the thousand does not
 * keep everybody else waiting.
 */
export interface SaidBefore {
  /** @param decide asked where nothing is remembered; only proven news is. */
  verdictOn(token: string, request: HintRequest, decide: () => Promise<HintVerdict>): Promise<HintVerdict>;
}

/** Less than a key, a calendar or a signature takes to become another without anybody minding. */
const REMEMBERED_MS = 5_000;
const MOST = 500;

export function openSaidBefore(monotonicMs: () => number): SaidBefore {
  const proven = new Map<string, { readonly verdict: HintVerdict; readonly until: number }>();

  function remember(message: string, verdict: HintVerdict): void {
    for (const [old, { until }] of proven)
      if (until <= monotonicMs() || proven.size >= MOST) proven.delete(old);
    proven.set(message, { verdict, until: monotonicMs() + REMEMBERED_MS });
  }

  return {
    async verdictOn(token, request, decide) {
      const message = digestOf(token, request);
      const before = proven.get(message);
      if (before && before.until > monotonicMs()) return before.verdict;
      const verdict = await decide();
      if (verdict.kind === 'changed') remember(message, verdict);
      return verdict;
    },
  };
}

function digestOf(token: string, { method, headers, query, body }: HintRequest): string {
  const head = JSON.stringify([token, method, query, Object.entries(headers).toSorted()]);
  return createHash('sha256').update(head).update('\n').update(body).digest('base64');
}
