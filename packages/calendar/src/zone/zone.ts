import type { EpochMs } from '../occurrence.ts';
import { DAY_MS, type DayNumber, type WallMs, wallOfDay } from '../time/civil.ts';

/** UTC offsets over a stretch of time: `offsets[0]` until `at[0]`, `offsets[i + 1]` from `at[i]` on, in ms. */
export interface OffsetTable {
  readonly at: readonly EpochMs[];
  readonly offsets: readonly number[];
}

/** Gives the offsets in [from, to). */
export type OffsetSource = (from: EpochMs, to: EpochMs) => OffsetTable;

// About nine years: some twenty transitions, found in less than a millisecond.
const BLOCK_MS = 2 ** 38;
// Before the first of them all zones kept local mean time; nothing changed yet.
const BEGINNING: EpochMs = Date.UTC(1800, 0);
// From here on only rules are left, and the calendar they follow repeats every 400 years. So a hostile text that
// asks for every century of the future makes a table no larger than that.
const FUTURE: EpochMs = Date.UTC(2200, 0);
const CYCLE_MS = 146_097 * DAY_MS;
// Further from a transition than any clock was ever moved (Samoa and Kwajalein skipped 24 hours).
const SAFE_DISTANCE_MS = 26 * 3_600_000;

/**
 * One time zone. Instants and wall clock readings are turned into each other from a table of transitions that
 * is filled as it is asked for, which is some fifty times faster than a ZonedDateTime for each.
 */
export class Zone {
  /** IANA name, or the TZID that a file defines itself. */
  readonly id: string;
  readonly iana: boolean;
  readonly #source: OffsetSource;
  readonly #blocks = new Map<number, OffsetTable>();
  // The stretch that answered last: events cluster in time.
  #since: EpochMs = Number.POSITIVE_INFINITY;
  #until: EpochMs = Number.NEGATIVE_INFINITY;
  #offset = 0;

  constructor(id: string, iana: boolean, source: OffsetSource) {
    this.id = id;
    this.iana = iana;
    this.#source = source;
  }

  /** What the wall clock is ahead of UTC at this instant, in ms. */
  offsetAt(at: EpochMs): number {
    if (at < this.#since || at >= this.#until) this.#find(at);
    return this.#offset;
  }

  toWall(at: EpochMs): WallMs {
    return at + this.offsetAt(at);
  }

  /**
   * The instant of a wall clock reading as RFC 5545, 3.3.5 wants it: a time that occurs twice is the first of
   * the two, a time that was skipped is counted with the offset before the gap, so it lies as much later.
   */
  toUtc(wall: WallMs): EpochMs {
    const likely = wall - this.#offset;
    if (likely - SAFE_DISTANCE_MS >= this.#since && likely + SAFE_DISTANCE_MS < this.#until) return likely;
    const before = this.offsetAt(wall - DAY_MS);
    const after = this.offsetAt(wall + DAY_MS);
    const between = this.offsetAt(wall - before);
    for (const offset of [before, between, after]) {
      if (this.offsetAt(wall - offset) === offset) return wall - offset;
    }
    return wall - before;
  }

  /** The first instant of a day, also where its midnight was skipped. */
  startOfDay(day: DayNumber): EpochMs {
    const midnight = wallOfDay(day);
    const at = this.toUtc(midnight);
    if (this.toWall(at) === midnight) return at;
    this.#find(at);
    return this.#since;
  }

  #find(asked: EpochMs): void {
    const cycles = asked < FUTURE ? 0 : Math.floor((asked - FUTURE) / CYCLE_MS);
    const at = Math.max(BEGINNING, asked - cycles * CYCLE_MS);
    const block = Math.floor(at / BLOCK_MS);
    const table = this.#block(block);
    let low = 0;
    let high = table.at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((table.at[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const since = table.at[low - 1] ?? block * BLOCK_MS;
    const until = table.at[low] ?? (block + 1) * BLOCK_MS;
    this.#since = asked < BEGINNING ? asked : since + cycles * CYCLE_MS;
    // A stretch of one cycle must not reach into the next: there the table begins again.
    this.#until = Math.min(until, FUTURE + (asked < FUTURE ? 0 : CYCLE_MS)) + cycles * CYCLE_MS;
    this.#offset = table.offsets[low] ?? 0;
  }

  #block(block: number): OffsetTable {
    const known = this.#blocks.get(block);
    if (known) return known;
    const table = this.#source(block * BLOCK_MS, (block + 1) * BLOCK_MS);
    this.#blocks.set(block, table);
    return table;
  }
}
