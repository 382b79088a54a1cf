import { whileWatched } from '@atelier/usecases/live/while-watched';
import { NEVER } from './never.ts';
import type { ApiContext } from './trpc.ts';
import { withinAllowance } from './within-allowance.ts';

/** Tells that somebody looks, within what the connection may have open, until they ask no more. */
export function streamWatched(
  { allowance }: Pick<ApiContext, 'allowance'>,
  tell: () => Promise<void>,
  signal: AbortSignal = NEVER,
): AsyncGenerator<'told', void, undefined> {
  return withinAllowance(allowance, () => whileWatched(tell, signal));
}
