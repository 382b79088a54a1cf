import { checkSlot } from '@atelier/booking/slots/check-slot';
import type { SlotReason } from '@atelier/booking/slots/slot-query';
import { blockingMirrors } from '@atelier/database/booking/slot-source';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { doubtAt } from '../availability/doubt-at.ts';
import { mirrorState } from '../availability/mirror-state.ts';
import { visibleArtists } from '../settings/own-artist.ts';
import { deskQuery, sourceAround } from './desk-query.ts';

export interface FreeQuestion {
  readonly start: Date;
  /** 1 to a week of them. */
  readonly minutes: number;
}

export interface ArtistThen {
  /** Slug. */
  readonly artist: string;
  readonly name: string;
  /** Where something new of theirs goes; null until somebody has said so. */
  readonly calendarId: string | null;
  /** `unsure`: free as far as is known, and not all is known. In doubt a time is taken. */
  readonly state: 'free' | 'taken' | 'unsure';
  /** Why they are not free; null where they are, or nobody is sure. */
  readonly reason: SlotReason | null;
}

/**
 * Who of the artists that this person sees has this stretch of time: within their hours, and nothing in the way, holds
 * and buffers of others included. From the mirror alone; those who are free come first.
 */
export async function freeArtists(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
  { start, minutes }: FreeQuestion,
): Promise<readonly ArtistThen[]> {
  const now = clock();
  const artists = await visibleArtists({ database }, actor, { activeOnly: true });
  const ids = artists.map(({ id }) => id);
  const source = await sourceAround(database, ids, { start, minutes, now });
  const mirrors = await blockingMirrors(database, ids);
  const found: ArtistThen[] = [];
  for (const artist of artists) {
    const check = checkSlot(deskQuery(artist, source, minutes, now), start.getTime());
    const { slug, name, calendarId, id } = artist;
    const reason = check.available ? null : check.reason;
    const isSure =
      check.available &&
      mirrorState(mirrors, id, now).verified &&
      (await doubtAt(database, id, check.slot)) === null;
    const state = isSure ? 'free' : check.available ? 'unsure' : 'taken';
    found.push({ artist: slug, name, calendarId, state, reason });
  }
  return found.toSorted((a, b) => ORDER[a.state] - ORDER[b.state]);
}

const ORDER = { free: 0, unsure: 1, taken: 2 } as const;
