import type { SlotReason } from '@atelier/booking/slots/slot-query';
import { deleteHold, extendHold, findHold, insertHold } from '@atelier/database/booking/hold-store';
import { countHoldsFrom, holdIdFrom, takeHoldTurns } from '@atelier/database/booking/hold-turns';
import type { Bytes } from '@atelier/database/bytes';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { hashToken, newToken } from '../../tokens.ts';
import { checkOffer, takeTurnsAt } from '../availability/check-offer.ts';
import { findOffers, type Offer } from '../availability/offer.ts';
import { claimTime } from './claim-time.ts';

export interface HoldSlot {
  /** A slug, or `any`: whoever is free. */
  readonly artist: string;
  readonly serviceId: string;
  readonly start: Date;
  /** Of the hold this visitor has already: it moves, and two tabs share it (case 49). */
  readonly token?: string | null | undefined;
}

export type Held =
  | {
      readonly kind: 'held';
      readonly token: string;
      readonly expiresAt: Date;
      readonly start: Date;
      readonly end: Date;
      /** Slug. */
      readonly artist: string;
    }
  | { readonly kind: 'taken'; readonly reason: SlotReason };

/** Long enough to fill in a form; it can be extended, and lapses harmlessly (B12). */
const HOLD_MS = 5 * 60_000;
const MOST_EXTENSIONS = 12;
/** From one address at once (case 50): a family at one table, and no flood. */
const MOST_HOLDS = 5;

type Asked = Pick<Context, 'database' | 'clock' | 'newId'>;

export interface HoldContext extends Asked {
  /** Keyed hash of the visitor's address; null or left out where nobody is counted. */
  readonly originHash?: Bytes | null;
}

/** Keeps a time for somebody while they fill in the form. Of several artists the first who is free. */
export async function holdSlot(context: HoldContext, input: HoldSlot): Promise<Outcome<Held>> {
  const offers = await findOffers(context.database, input);
  if (!offers.ok) return offers;
  let held: Outcome<Held> = done({ kind: 'taken', reason: 'BUSY' });
  for (const offer of offers.value) {
    held = await transact(context.database, (transaction) => holdIn(transaction, context, offer, input));
    if (!held.ok || held.value.kind === 'held') break;
  }
  return held;
}

async function holdIn(
  transaction: Transaction,
  { clock, newId, originHash = null }: HoldContext,
  offer: Offer,
  input: HoldSlot,
): Promise<Outcome<Held>> {
  const { artist, service } = offer;
  const now = clock();
  const before = await holdInTurn(transaction, input.token, originHash);
  if (originHash && (await isFlood(transaction, originHash, { now, except: before?.id ?? null })))
    return TOO_MANY;
  await takeTurnsAt(transaction, offer, now);
  const own = { holdId: before?.id ?? null };
  const found = await checkOffer(transaction, offer, input.start, now, own);
  if (!found.available) return done({ kind: 'taken', reason: found.reason });
  if (before) await deleteHold(transaction, before.id);
  const token = input.token && before ? input.token : newToken();
  const hold = {
    id: originHash ? holdIdFrom(originHash, newId()) : newId(),
    artistId: artist.id,
    serviceId: service.id,
    chairId: found.chairs[0] ?? null,
    startsAt: new Date(found.slot.start),
    expiresAt: new Date(now.getTime() + HOLD_MS),
  };
  await insertHold(transaction, hold, hashToken(token), now);
  const { bufferBefore, bufferAfter } = service;
  const end = new Date(found.slot.end);
  const times = { startsAt: hold.startsAt, endsAt: end, bufferBefore, bufferAfter };
  const { artistId, chairId, id: holdId, startsAt: start, expiresAt } = hold;
  const claim = { artistId, chairId, ...times, kind: 'HELD', holder: { holdId } } as const;
  if (!(await claimTime(transaction, newId, claim)))
    throw new Error('a slot that was checked in turn is taken');
  return done({ kind: 'held', token, expiresAt, start, end, artist: artist.slug });
}

/** The hold that moves, in turn with everybody who moves the same one or comes from the same address. */
async function holdInTurn(
  transaction: Transaction,
  token: string | null | undefined,
  originHash: Bytes | null,
): Promise<{ readonly id: string } | null> {
  const hash = token ? hashToken(token) : null;
  const keys = [hash, originHash].flatMap((key) => key?.toString('hex') ?? []);
  await takeHoldTurns(transaction, keys);
  return hash && findHold(transaction, hash);
}

async function isFlood(
  transaction: Transaction,
  originHash: Bytes,
  counted: { readonly now: Date; readonly except: string | null },
): Promise<boolean> {
  return (await countHoldsFrom(transaction, originHash, counted)) >= MOST_HOLDS;
}

const TOO_MANY = refusedFor('too-many', 'holds-many');

/** One simple action gives more time, a dozen times (WCAG 2.2.1). */
export async function extendHeld(
  context: Asked,
  token: string,
): Promise<Outcome<{ readonly expiresAt: Date }>> {
  return transact(context.database, async (transaction) => {
    const now = context.clock();
    const hold = await findHold(transaction, hashToken(token));
    if (!hold || hold.expiresAt <= now) return refusedFor('not-found', 'hold-gone');
    if (hold.extended >= MOST_EXTENSIONS) return refusedFor('conflict', 'hold-longest');
    const expiresAt = new Date(now.getTime() + HOLD_MS);
    await extendHold(transaction, hold, expiresAt);
    return done({ expiresAt });
  });
}

export async function releaseHeld({ database }: Asked, token: string): Promise<void> {
  await transact(database, async (transaction) => {
    const hold = await findHold(transaction, hashToken(token));
    if (hold) await deleteHold(transaction, hold.id);
  });
}
