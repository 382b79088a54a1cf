import type { SlotReason } from '@atelier/booking/slots/slot-query';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { done, type Outcome } from '../../outcome.ts';
import { explainOffer, type SlotRequest } from '../availability/offer-slots.ts';
import { artistFor } from './own-artist.ts';

export interface ExplainedStart {
  readonly start: Date;
  readonly end: Date;
  /** Why it is not offered; null when it is. */
  readonly reason: SlotReason | null;
  /** Slug. */
  readonly artist: string;
}

/** Why a time is missing, for those who see the artist. */
export async function explainFor(
  context: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
  request: SlotRequest,
): Promise<Outcome<readonly ExplainedStart[]>> {
  if (request.artist !== 'any') {
    const artist = await artistFor(context, actor, request.artist);
    if (!artist.ok) return artist;
  }
  const explained = await explainOffer(context, request);
  if (!explained.ok) return explained;
  return done(
    explained.value.map(({ start, end, reason, artist }) => ({
      start: new Date(start),
      end: new Date(end),
      reason,
      artist,
    })),
  );
}
