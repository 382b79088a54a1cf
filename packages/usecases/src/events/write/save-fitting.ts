import type { Fitting } from '@atelier/database/calendar/calendar-place';
import type { Queryable } from '@atelier/database/database';
import { findText, textAtProvider } from '@atelier/database/object/event-lookup';
import type { Transaction } from '@atelier/database/transaction';
import { factsOf, isOAuthKind, type ProviderKind } from '@atelier/providers/kinds';
import type { ProviderGap } from '@atelier/providers/port/gap';
import { unsayable } from '@atelier/providers/unsayable';
import { moveLocal, removeLocal, saveLocal } from '@atelier/sync/mirror/local-write';

/** The provider of a calendar has no words for what was to be saved there; the transaction ends, and nothing was. */
export class BeyondProvider extends Error {
  override readonly name = 'BeyondProvider';
  readonly provider: string;
  readonly gap: ProviderGap;

  constructor(kind: ProviderKind, gap: ProviderGap) {
    super(`${kind}: ${gap}`);
    this.provider = calledBy(kind);
    this.gap = gap;
  }
}

/** How people call whoever keeps such a calendar. */
export function calledBy(kind: ProviderKind): string {
  return isOAuthKind(kind) ? factsOf(kind).signIn.provider : kind;
}

type Saved = Parameters<typeof saveLocal>[1];
type Moved = Parameters<typeof moveLocal>[1];
type Removed = Parameters<typeof removeLocal>[1];

/**
 * The ways by which whatever people want gets into a calendar. What its provider has no words for is said before
 * anything is saved (P4). @throws BeyondProvider
 */
export async function saveFitting(transaction: Transaction, write: Saved): Promise<void> {
  await requireFit(transaction, write, write.source);
  await saveLocal(transaction, write);
}

export async function moveFitting(transaction: Transaction, write: Moved): Promise<void> {
  const { to, objectId } = write;
  const object = await findText(transaction, objectId);
  const change = object && { text: object.source, before: null, addresses: to.ownerAddresses };
  const gap = change && to.provider !== null ? unsayable(to.provider, change) : null;
  if (to.provider !== null && gap !== null) throw new BeyondProvider(to.provider, gap);
  await moveLocal(transaction, write);
}

export async function removeFitting(transaction: Transaction, write: Removed): Promise<void> {
  await requireFit(transaction, write, null);
  await removeLocal(transaction, write);
}

/** What the provider of a calendar has no words for in this text of an event, be it known there or not. */
export async function gapIn(
  source: Queryable,
  place: Fitting,
  { objectId, text }: { readonly objectId: string | null; readonly text: string | null },
): Promise<ProviderGap | null> {
  if (place.provider === null) return null;
  const before = objectId === null ? null : await textAtProvider(source, objectId);
  return unsayable(place.provider, { text, before, addresses: place.ownerAddresses });
}

async function requireFit(
  transaction: Transaction,
  { place, objectId }: Pick<Saved, 'place' | 'objectId'>,
  text: string | null,
): Promise<void> {
  const gap = await gapIn(transaction, place, { objectId, text });
  if (place.provider !== null && gap !== null) throw new BeyondProvider(place.provider, gap);
}
