import type { Effect } from './effect.ts';
import type { DavRequest } from './exchange.ts';

/** What goes wrong, for which requests, and how often. */
export interface Fault {
  /** Every request, where it is left out. */
  readonly match?: (request: DavRequest) => boolean;
  readonly effect: Effect;
  /** So many of the matching requests (default 1), `always`, or each by chance, drawn from the seeded source. */
  readonly occurs?: number | 'always' | { readonly probability: number };
}

/** The faults in force. Those of one kind apply in the order in which they were added. */
export interface FaultPlan {
  /** The returned function takes the fault back. */
  add(fault: Fault): () => void;
  clear(): void;
  /** The effects for this request; counted faults are used up by it. */
  draw(request: DavRequest): readonly Effect[];
}

interface Pending {
  readonly fault: Fault;
  left: number;
}

/** `random` gives numbers from 0 to below 1; only faults with a probability use it. */
export function createFaultPlan(random: () => number): FaultPlan {
  let pending: Pending[] = [];
  return {
    add(fault) {
      const entry = { fault, left: typeof fault.occurs === 'number' ? fault.occurs : 1 };
      pending.push(entry);
      return () => {
        pending = pending.filter((other) => other !== entry);
      };
    },
    clear() {
      pending = [];
    },
    draw(request) {
      const drawn = pending.filter((entry) => strikes(entry, request, random));
      pending = pending.filter((entry) => entry.left > 0);
      return drawn.map((entry) => entry.fault.effect);
    },
  };
}

function strikes(entry: Pending, request: DavRequest, random: () => number): boolean {
  const { match, occurs = 1 } = entry.fault;
  if (match && !match(request)) return false;
  if (occurs === 'always') return true;
  if (typeof occurs === 'object') return random() < occurs.probability;
  entry.left -= 1;
  return entry.left >= 0;
}
