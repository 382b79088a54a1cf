/** At most this many, or this share of a calendar, may vanish at once without a second look (S8). */
const FEW = 20;
const SHARE = 0.2;
/** Where the provider has lost its history: what is missing may be missing because the calendar is another one. */
const FEW_OF_OLD = 5;
/** Deleted in the artist's calendar, a booking is cancelled and its client told: more than one at once is no slip. */
const MOST_BOOKINGS = 1;

export interface Removals {
  /** Stored objects that the answer says are gone. */
  readonly hrefs: readonly string[];
  /** How many of them earlier pages of this run have removed already. */
  readonly removedBefore: number;
  /** Objects that the provider was known to hold before the run. */
  readonly stored: number;
  readonly evidence: 'reported' | 'missing-from-list';
  /** Members of the full list, when there was one. */
  readonly listed: number | null;
  /** The provider's history is not the one that our cursor came from. */
  readonly freshLineage: boolean;
  /** How many open bookings would be cancelled, those of earlier pages included. */
  readonly bookings: number;
  /** Hrefs whose removal a person has approved. */
  readonly approved: ReadonlySet<string>;
}

/** Whether an answer's removals may be applied, or want a second look first. */
export function judgeRemovals(removals: Removals): 'apply' | 'recheck' {
  if (removals.hrefs.length === 0) return 'apply';
  if (removals.hrefs.every((href) => removals.approved.has(href))) return 'apply';
  // An empty list where there was something is how a broken server looks most often.
  if (removals.evidence === 'missing-from-list' && removals.listed === 0) return 'recheck';
  return suspicion(removals) === null ? 'apply' : 'recheck';
}

export type Suspicion = 'all' | 'many' | 'bookings';

export interface SecondLook {
  readonly isCalendar: boolean;
  readonly hrefs: ReadonlySet<string>;
}

export type Verdict =
  | { readonly action: 'apply' }
  /** The two looks disagree: believe neither, ask again later. */
  | { readonly action: 'distrust' }
  /** Both looks agree, and yet it is much: a person decides. */
  | { readonly action: 'hold'; readonly reason: 'not-a-calendar' | 'emptied' | Suspicion };

export function judgeAfterSecondLook(removals: Removals, look: SecondLook): Verdict {
  if (!look.isCalendar) return { action: 'hold', reason: 'not-a-calendar' };
  if (removals.hrefs.some((href) => look.hrefs.has(href))) return { action: 'distrust' };
  const reason = suspicion(removals);
  if (reason === null) return { action: 'apply' };
  return { action: 'hold', reason: look.hrefs.size === 0 && reason !== 'bookings' ? 'emptied' : reason };
}

/** Why a person should see it before it is done; null when it is what happens every day. */
function suspicion(removals: Removals): Suspicion | null {
  const { hrefs, removedBefore, stored, evidence, freshLineage, bookings } = removals;
  const removed = hrefs.length + removedBefore;
  if (bookings > MOST_BOOKINGS) return 'bookings';
  if (evidence === 'missing-from-list' && stored > 1 && removed >= stored) return 'all';
  const few = freshLineage ? FEW_OF_OLD : FEW;
  return removed > Math.max(few, Math.floor(stored * SHARE)) ? 'many' : null;
}
