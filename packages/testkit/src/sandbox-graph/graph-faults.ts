import type { Fault, FaultMenu } from '../sandbox/faults/fault-menu.ts';
import type { Asked } from './lint.ts';

/** What a request meets instead of, or beside, its true answer. */
export type GraphEffect =
  /** Answered so; `applied`: the write took place, and only the answer is bad. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code?: string;
      readonly retryAfter?: number | string;
      readonly applied?: boolean;
    }
  /** The connection is cut before the request is looked at, or (a write is applied) before its answer. */
  | { readonly kind: 'reset'; readonly at: 'before' | 'answer' }
  /** A web page with 200: a captive portal, a login page. */
  | { readonly kind: 'html' }
  /** The JSON ends in its middle. */
  | { readonly kind: 'truncate' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** Lists and deltas are empty, though everything is still there. */
  | { readonly kind: 'emptied' }
  /** Somebody else does something just before, or just after, this request is served. */
  | { readonly kind: 'meanwhile'; readonly when: 'before' | 'after'; readonly act: () => unknown };

/** Parts of batches are asked one by one. */
export type GraphFault = Fault<Asked, GraphEffect>;
export type GraphFaults = FaultMenu<Asked, GraphEffect>;
