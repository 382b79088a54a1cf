/** At most this many, or this share of a calendar, may vanish at once without a second look (S8). */
const FEW = 20;
const SHARE = 0.2;

export interface Removals {
  /** Stored objects that the answer says are gone. */
  readonly hrefs: readonly string[];
  /** How many of them earlier pages of this run have removed already. */
  readonly removedBefore: number;
  /** Objects stored before the run. */
  readonly stored: number;
  readonly evidence: 'reported' | 'missing-from-list';
  /** Members of the full list, when there was one. */
  readonly listed: number | null;
  /** Hrefs whose removal a person has approved. */
  readonly approved: ReadonlySet<string>;
}

/** Whether an answer's removals may be applied, or want a second look first. */
export function judgeRemovals(removals: Removals): 'apply' | 'recheck' {
  if (removals.hrefs.length === 0) return 'apply';
  if (removals.hrefs.every((href) => removals.approved.has(href))) return 'apply';
  // An empty list where there was something is how a broken server looks most often.
  if (removals.evidence === 'missing-from-list' && removals.listed === 0) return 'recheck';
  return isMassive(removals.hrefs.length + removals.removedBefore, removals.stored) ? 'recheck' : 'apply';
}

export interface SecondLook {
  readonly isCalendar: boolean;
  readonly hrefs: ReadonlySet<string>;
}

export type Verdict =
  | { readonly action: 'apply' }
  /** The two looks disagree: believe neither, ask again later. */
  | { readonly action: 'distrust' }
  /** Both looks agree, and yet it is much: a person decides. */
  | { readonly action: 'hold'; readonly reason: 'not-a-calendar' | 'emptied' | 'many' };

export function judgeAfterSecondLook(removals: Removals, look: SecondLook): Verdict {
  if (!look.isCalendar) return { action: 'hold', reason: 'not-a-calendar' };
  if (removals.hrefs.some((href) => look.hrefs.has(href))) return { action: 'distrust' };
  if (!isMassive(removals.hrefs.length + removals.removedBefore, removals.stored)) return { action: 'apply' };
  return { action: 'hold', reason: look.hrefs.size === 0 ? 'emptied' : 'many' };
}

function isMassive(removed: number, stored: number): boolean {
  return removed > Math.max(FEW, Math.floor(stored * SHARE));
}
