import type { DayNumber } from '@atelier/calendar/time/civil';
import { ianaZone } from '@atelier/calendar/zone/iana-zone';
import type { Zone } from '@atelier/calendar/zone/zone';
import { localDay } from '../time/local-minutes.ts';
import { MINUTE_MS, type UtcMinute } from '../time/minutes.ts';
import type { Span } from '../time/span.ts';
import { type Claim, checkNumbers, type SlotQuery, type SlotReason } from './slot-query.ts';
import { mildest, type Taken, TakenTime, worst } from './taken-time.ts';

/** What is to be said of one start on the grid. */
export interface Judgement {
  readonly day: DayNumber;
  /** Null when it is free. */
  readonly reason: SlotReason | null;
}

/** Decides over starts on the grid, one place for the list of slots and for the check of one. In order of time only. */
export class StartJudge {
  readonly zone: Zone;
  readonly #query: SlotQuery;
  readonly #artist: TakenTime;
  readonly #chairs: readonly { readonly id: string; readonly taken: TakenTime }[] | null;
  readonly #earliest: UtcMinute;
  readonly #lastDay: DayNumber;
  readonly #booked: ReadonlyMap<DayNumber, number>;

  /** Throws RangeError for an unknown zone and for impossible numbers. */
  constructor(query: SlotQuery) {
    checkNumbers(query);
    const { service, external, claims, chairs, now, rules } = query;
    this.zone = ianaZone(query.zone);
    this.#query = query;
    this.#artist = new TakenTime(service, external, claims);
    this.#chairs =
      chairs?.map(({ id, claims: own }) => ({ id, taken: new TakenTime(service, [], own) })) ?? null;
    this.#earliest = Math.ceil(now / MINUTE_MS) + rules.notice;
    this.#lastDay = localDay(this.zone, Math.floor(now / MINUTE_MS)) + rules.horizon;
    this.#booked = bookedByDay(this.zone, claims);
  }

  judge(start: UtcMinute, window: Span): Judgement {
    const day = localDay(this.zone, start);
    return { day, reason: this.#reason(start, day, window) };
  }

  /** Ids of the chairs that are free then, in the order given; empty also when none is needed. */
  freeChairs(start: UtcMinute): string[] {
    return (this.#chairs ?? []).filter(({ taken }) => taken.at(start) === 'FREE').map(({ id }) => id);
  }

  #reason(start: UtcMinute, day: DayNumber, window: Span): SlotReason | null {
    const { service, rules } = this.#query;
    if (start + service.minutes > window.end) return 'CLOSED';
    const taken = this.#taken(start);
    if (taken === 'BUSY' || taken === 'BUFFER') return taken;
    if (start < this.#earliest) return 'NOTICE';
    if (day > this.#lastDay) return 'HORIZON';
    if (rules.dailyLimit !== null && (this.#booked.get(day) ?? 0) >= rules.dailyLimit) return 'LIMIT';
    return taken === 'HELD' ? taken : null;
  }

  #taken(start: UtcMinute): Taken {
    const artist = this.#artist.at(start);
    if (!this.#chairs || artist === 'BUSY') return artist;
    return worst(artist, mildest(this.#chairs.map(({ taken }) => taken.at(start))));
  }
}

/** Holds and requests count as well: they may all become bookings. */
function bookedByDay(zone: Zone, claims: readonly Claim[]): Map<DayNumber, number> {
  const booked = new Map<DayNumber, number>();
  for (const { start, mine } of claims) {
    if (mine === true) continue;
    const day = localDay(zone, Math.floor(start / MINUTE_MS));
    booked.set(day, (booked.get(day) ?? 0) + 1);
  }
  return booked;
}
