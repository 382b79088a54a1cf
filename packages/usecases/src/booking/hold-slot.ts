import type { SlotReason } from '@atelier/booking/slot-query';
import { deleteHold, extendHold, findHold, insertHold } from '@atelier/database/booking/hold-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Context } from '../context.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { checkOffer, takeTurnsAt } from './check-offer.ts';
import { claimTime } from './claim-time.ts';
import { findOffers, type Offer } from './offer.ts';
import { hashToken, newToken } from './tokens.ts';

export interface HoldSlot {
  /** A slug. */
  readonly artist: string;
  readonly serviceId: string;
  readonly start: Date;
  /** Of the hold this visitor has already: it moves, and two tabs share it (case 49). */
  readonly token?: string | null | undefined;
}

export type Held =
  | { readonly kind: 'held'; readonly token: string; readonly expiresAt: Date }
  | { readonly kind: 'taken'; readonly reason: SlotReason };

/** Long enough to fill in a form; it can be extended, and lapses harmlessly (B12). */
const HOLD_MS = 5 * 60_000;
const MOST_EXTENSIONS = 12;

type Asked = Pick<Context, 'database' | 'clock' | 'newId'>;

/** Keeps a time for somebody while they fill in the form. */
export async function holdSlot(context: Asked, input: HoldSlot): Promise<Outcome<Held>> {
  const offers = await findOffers(context.database, input);
  if (!offers.ok) return offers;
  const [offer] = offers.value;
  return done(await transact(context.database, (transaction) => holdIn(transaction, context, offer, input)));
}

async function holdIn(
  transaction: Transaction,
  { clock, newId }: Asked,
  offer: Offer,
  input: HoldSlot,
): Promise<Held> {
  const { artist, service } = offer;
  const now = clock();
  await takeTurnsAt(transaction, offer, now);
  const before = input.token ? await findHold(transaction, hashToken(input.token)) : null;
  const own = { holdId: before?.id ?? null };
  const found = await checkOffer(transaction.query, offer, input.start, now, own);
  if (!found.available) return { kind: 'taken', reason: found.reason };
  if (before) await deleteHold(transaction, before.id);
  const token = input.token && before ? input.token : newToken();
  const hold = {
    id: newId(),
    artistId: artist.id,
    serviceId: service.id,
    chairId: found.chairs[0] ?? null,
    startsAt: new Date(found.slot.start),
    expiresAt: new Date(now.getTime() + HOLD_MS),
  };
  await insertHold(transaction, hold, hashToken(token), now);
  const { bufferBefore, bufferAfter } = service;
  const times = { startsAt: hold.startsAt, endsAt: new Date(found.slot.end), bufferBefore, bufferAfter };
  const { artistId, chairId, id: holdId } = hold;
  const claim = { artistId, chairId, ...times, kind: 'HELD', holder: { holdId } } as const;
  if (!(await claimTime(transaction, newId, claim)))
    throw new Error('a slot that was checked in turn is taken');
  return { kind: 'held', token, expiresAt: hold.expiresAt };
}

/** One simple action gives more time, a dozen times (WCAG 2.2.1). */
export async function extendHeld(
  context: Asked,
  token: string,
): Promise<Outcome<{ readonly expiresAt: Date }>> {
  return transact(context.database, async (transaction) => {
    const now = context.clock();
    const hold = await findHold(transaction, hashToken(token));
    if (!hold || hold.expiresAt <= now)
      return refused(
        'not-found',
        'This time is not kept any more.',
        'What you have typed is still here; choose a time again.',
      );
    if (hold.extended >= MOST_EXTENSIONS)
      return refused(
        'conflict',
        'This time cannot be kept any longer.',
        'Send your request, or choose it again later.',
      );
    const expiresAt = new Date(now.getTime() + HOLD_MS);
    await extendHold(transaction, hold.id, expiresAt);
    return done({ expiresAt });
  });
}

export async function releaseHeld({ database }: Asked, token: string): Promise<void> {
  await transact(database, async (transaction) => {
    const hold = await findHold(transaction, hashToken(token));
    if (hold) await deleteHold(transaction, hold.id);
  });
}
