import { wantedOf } from './graph/write/wanted-rows.ts';
import { factsOf, type ProviderKind } from './kinds.ts';

/** Why a text cannot be given to a provider. */
export type Unsayable = Extract<ReturnType<typeof wantedOf>, { readonly why: unknown }>['why'];

/**
 * What of a text an account of this kind has no words for; null where it can be written as it is. Asked before an event
 * is saved, so that nobody learns of it from a write that was refused (P4). Pure.
 */
export function unsayable(kind: ProviderKind, text: string): Unsayable | null {
  if (factsOf(kind).protocol !== 'graph') return null;
  const wanted = wantedOf(text);
  return 'why' in wanted ? wanted.why : null;
}
