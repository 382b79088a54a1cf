import type { Outcome } from '@atelier/usecases/outcome';
import { NEVER } from './never.ts';
import { type ApiContext, unwrap } from './trpc.ts';
import { withinAllowance } from './within-allowance.ts';

/** What a link shows, live, as long as there is room on this connection and the other side listens. */
export function streamLink<View>(
  { allowance }: ApiContext,
  watch: (signal: AbortSignal) => AsyncGenerator<Outcome<View>>,
  signal: AbortSignal = NEVER,
): AsyncGenerator<View, void, undefined> {
  return withinAllowance(allowance, async function* () {
    for await (const seen of watch(signal)) yield unwrap(seen);
  });
}
