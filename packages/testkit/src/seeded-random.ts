/** Randomness that a seed repeats exactly. Not for secrets. */
export interface SeededRandom {
  /** From 0 to below 1. */
  next(): number;
  /** Both ends included. */
  integer(from: number, to: number): number;
  chance(probability: number): boolean;
  /** Throws on an empty list. */
  pick<T>(items: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
  /** So many lower-case hexadecimal digits. */
  hex(digits: number): string;
  /** In the form of a version 4 UUID. */
  uuid(): string;
}

/** mulberry32: 32 bits of state, quick, and good enough to choose test data with. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => integer(0, 15).toString(16)).join('');
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick(items) {
      if (items.length === 0) throw new RangeError('nothing to pick from');
      return items[integer(0, items.length - 1)] as (typeof items)[number];
    },
    shuffled: (items) => shuffle([...items], integer),
    hex,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  };
}

/** Fisher and Yates, from the end. */
function shuffle<T>(items: T[], integer: (from: number, to: number) => number): T[] {
  for (let at = items.length - 1; at > 0; at--) {
    const other = integer(0, at);
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
  return items;
}
