import { refusedFor } from '@atelier/usecases/outcome';
import { type Allowance, unwrap } from './trpc.ts';

/** A stream that has its place on the connection from its first step to its end, however it ends. */
export async function* withinAllowance<T>(
  allowance: Allowance | null,
  stream: () => AsyncGenerator<T, void, undefined>,
): AsyncGenerator<T, void, undefined> {
  const leave = allowance === null ? () => {} : allowance.take();
  if (leave === null) unwrap(TOO_MANY);
  try {
    yield* stream();
  } finally {
    leave?.();
  }
}

const TOO_MANY = refusedFor('too-many', 'pages-many');
