import type { ProviderFailure } from '@atelier/providers/port/failure';
import type { ProviderFailure as Given } from '@atelier/words/refusals/given';

/** What is told of a failure: its kind, for readers of other languages, and the adapter's own English. */
export function failedAccount({ kind, message, hint }: ProviderFailure): Given {
  return { kind, message, hint };
}
