import type { ProviderKind } from '@atelier/providers/kinds';
import { unsayable } from '@atelier/providers/unsayable';
import { done, type Outcome, refusedFor } from '../../outcome.ts';

/** How people call whoever keeps such a calendar. */
const NAMES: Readonly<Partial<Record<ProviderKind, string>>> = { microsoft: 'Microsoft' };

/**
 * Whether the provider of a calendar can keep texts as they are: what it has no words for is said before anything is
 * saved, with what can be done instead (P4). A calendar of Atelier's own keeps everything.
 */
export function fitToProvider(
  { provider }: { readonly provider: ProviderKind | null },
  texts: readonly (string | null)[],
): Outcome<null> {
  if (provider === null) return done(null);
  for (const text of texts) {
    const gap = text === null ? null : unsayable(provider, text);
    if (gap !== null)
      return refusedFor('invalid', 'event-beyond-provider', { provider: NAMES[provider] ?? provider, gap });
  }
  return done(null);
}
