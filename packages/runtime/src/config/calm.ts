/** Says the same once in a while, and how often it was left out meanwhile. */
export interface Calm {
  /** @returns how often `key` was left out since it was last said; null when it is to be left out now. */
  say(key: string): number | null;
}

interface Said {
  readonly at: number;
  missed: number;
}

/** Different things that are remembered; beyond, the memory begins anew. */
const MOST_KEYS = 500;

/** @param now milliseconds of any clock. */
export function calm(everyMs: number, now: () => number): Calm {
  const said = new Map<string, Said>();
  return {
    say(key) {
      const before = said.get(key);
      if (before && now() - before.at < everyMs) {
        before.missed += 1;
        return null;
      }
      if (said.size >= MOST_KEYS) said.clear();
      said.set(key, { at: now(), missed: 0 });
      return before?.missed ?? 0;
    },
  };
}
