import type { Asked } from './lint.ts';

/** What a request meets instead of, or beside, its true answer. */
export type GoogleEffect =
  /** Answered so; `applied`: the write took place, and only the answer is bad. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly reason?: string;
      readonly retryAfter?: number;
      readonly applied?: boolean;
    }
  /** The connection is cut before the request is looked at, or (a write is applied) before its answer. */
  | { readonly kind: 'reset'; readonly at: 'before' | 'answer' }
  /** A web page with 200: a captive portal, a login page. */
  | { readonly kind: 'html' }
  /** The JSON ends in its middle. */
  | { readonly kind: 'truncate' }
  /** Lists are empty, though everything is still there. */
  | { readonly kind: 'emptied' }
  /** A list that tells neither where it goes on nor that it has ended. */
  | { readonly kind: 'endless' }
  /** Somebody else does something just before, or just after, this request is served. */
  | { readonly kind: 'meanwhile'; readonly when: 'before' | 'after'; readonly act: () => unknown };

export interface GoogleFault {
  readonly effect: GoogleEffect;
  /** All requests where left out. */
  readonly match?: (asked: Asked) => boolean;
  /** How often it strikes; without end where left out. */
  readonly times?: number;
  /** From 0 to 1: by chance. */
  readonly probability?: number;
}

export interface GoogleFaults {
  add(fault: GoogleFault): void;
  clear(): void;
  /** The first that applies. Counts as having struck. */
  strike(asked: Asked): GoogleEffect | null;
}

export function googleFaults(random: () => number): GoogleFaults {
  let faults: { readonly fault: GoogleFault; left: number }[] = [];
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
