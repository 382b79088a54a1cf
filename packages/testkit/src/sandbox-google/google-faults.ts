import type { Fault, FaultMenu } from '../sandbox/faults/fault-menu.ts';
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

export type GoogleFault = Fault<Asked, GoogleEffect>;
export type GoogleFaults = FaultMenu<Asked, GoogleEffect>;
