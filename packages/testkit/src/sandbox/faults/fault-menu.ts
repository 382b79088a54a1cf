/** One fault of a sandbox: what a request meets instead of, or beside, its true answer. */
export interface Fault<Asked, Effect> {
  readonly effect: Effect;
  /** All requests where left out. */
  readonly match?: (asked: Asked) => boolean;
  /** How often it strikes; without end where left out. */
  readonly times?: number;
  /** From 0 to 1: by chance. */
  readonly probability?: number;
}

export interface FaultMenu<Asked, Effect> {
  add(fault: Fault<Asked, Effect>): void;
  clear(): void;
  /** The first that applies. Counts as having struck. */
  strike(asked: Asked): Effect | null;
}

export function faultMenu<Asked, Effect>(random: () => number): FaultMenu<Asked, Effect> {
  let faults: { readonly fault: Fault<Asked, Effect>; left: number }[] = [];
  return {
    add: (fault) => void faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    clear: () => {
      faults = [];
    },
    strike(asked) {
      const found = faults.find(
        ({ fault, left }) =>
          left > 0 &&
          (fault.match?.(asked) ?? true) &&
          (fault.probability === undefined || random() < fault.probability),
      );
      if (!found) return null;
      found.left -= 1;
      return found.fault.effect;
    },
  };
}
