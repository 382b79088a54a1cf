import type { SlotReason } from '@atelier/booking/slots/slot-query';
import { blockingMirrors } from '@atelier/database/booking/slot-source';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome } from '../../outcome.ts';
import { checkOffer } from './check-offer.ts';
import { doubtAt } from './doubt-at.ts';
import { mirrorState } from './mirror-state.ts';
import { findOffers, type Offer } from './offer.ts';
import { type Excepted, ownClaims } from './own-claims.ts';
import type { Own } from './slot-query-of.ts';
import { verifyArtist } from './verify-artist.ts';

export interface CheckTime extends Excepted {
  /** A slug, or `any`. */
  readonly artist: string;
  readonly serviceId: string;
  readonly start: Date;
}

export interface CheckedTime {
  readonly available: boolean;
  /** `INACTIVE`: nobody offers this service (any more). */
  readonly reason: SlotReason | 'INACTIVE' | null;
  /** False: a calendar could not be asked or followed, so that a booking would be a request (B8, T4). */
  readonly verified: boolean;
  /** When the calendars were last known to be complete; null when one never was. */
  readonly checkedAt: Date | null;
  /** Of the appointment; null when there is none to be had. */
  readonly end: Date | null;
}

type Asked = Pick<Context, 'database' | 'clock' | 'engine'>;

/**
 * The live check of one time. What the mirror says is taken is believed at once; before a time is called free, the
 * artist's calendars are asked what is new, for two seconds at most.
 */
export async function checkTime(
  context: Asked,
  input: CheckTime,
  actor: Actor | null = null,
): Promise<Outcome<CheckedTime>> {
  const offers = await findOffers(context.database, input);
  if (!offers.ok) return done(inactive(context.clock()));
  const own = await ownClaims(context.database, input, actor);
  let last: CheckedTime | null = null;
  for (const offer of offers.value) {
    const found = await checkWith(context, offer, input.start, own);
    if (found.available) return done(found);
    last = milder(last, found);
  }
  return done(last ?? inactive(context.clock()));
}

function inactive(now: Date): CheckedTime {
  return { available: false, reason: 'INACTIVE', verified: true, checkedAt: now, end: null };
}

async function checkWith(context: Asked, offer: Offer, start: Date, own: Own): Promise<CheckedTime> {
  const { database, clock } = context;
  const early = await checkOffer(database, offer, start, clock(), own);
  const verified = early.available ? await verifyArtist(context, offer.artist.id) : true;
  const found = early.available ? await checkOffer(database, offer, start, clock(), own) : early;
  const mirrors = await blockingMirrors(database, [offer.artist.id]);
  const state = mirrorState(mirrors, offer.artist.id, clock());
  const doubt = found.available ? await doubtAt(database, offer.artist.id, found.slot) : null;
  return {
    available: found.available,
    reason: found.available ? null : found.reason,
    verified: verified && state.verified && doubt === null,
    checkedAt: state.checkedAt,
    end: found.available ? new Date(found.slot.end) : null,
  };
}

/** Of several artists who cannot, the one who comes nearest to it says why. */
const FAR: Readonly<Record<NonNullable<CheckedTime['reason']>, number>> = {
  HELD: 0,
  LIMIT: 1,
  BUFFER: 2,
  BUSY: 3,
  NOTICE: 4,
  HORIZON: 5,
  OFFGRID: 6,
  CLOSED: 7,
  INACTIVE: 8,
};

function farFrom({ reason }: CheckedTime): number {
  return reason === null ? -1 : FAR[reason];
}

function milder(one: CheckedTime | null, other: CheckedTime): CheckedTime {
  return one !== null && farFrom(one) <= farFrom(other) ? one : other;
}
