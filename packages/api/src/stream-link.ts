import { type Outcome, refusedFor } from '@atelier/usecases/outcome';
import { type ApiContext, unwrap } from './trpc.ts';

const NEVER = new AbortController().signal;

/** What a link shows, live, as long as there is room on this connection and the other side listens. */
export async function* streamLink<View>(
  { allowance }: ApiContext,
  watch: (signal: AbortSignal) => AsyncGenerator<Outcome<View>>,
  signal: AbortSignal = NEVER,
): AsyncGenerator<View, void, undefined> {
  const leave = allowance === null ? () => {} : allowance.take();
  if (leave === null) unwrap(TOO_MANY);
  try {
    for await (const seen of watch(signal)) yield unwrap(seen);
  } finally {
    leave?.();
  }
}

const TOO_MANY = refusedFor('too-many', 'pages-many');
