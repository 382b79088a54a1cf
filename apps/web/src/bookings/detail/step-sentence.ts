import type { BookingTaken } from '../../api/answers.ts';

const ACTIONS = [
  ...(['request', 'book', 'confirm', 'decline', 'expire', 'withdraw', 'cancel'] as const),
  ...(['reschedule', 'complete', 'no-show', 'settle', 'accept', 'verify'] as const),
];
const VIAS = ['page', 'mail', 'calendar', 'cli', 'api', 'clock'] as const;

export type StepAction = (typeof ACTIONS)[number];
export type StepVia = (typeof VIAS)[number];

/** What happened in one step, for the dictionary; `action` is null for one that this page does not know yet. */
export interface StepSentence {
  readonly action: StepAction | null;
  readonly who: 'client' | 'studio' | 'system' | 'named';
  readonly via: StepVia | null;
}

type Step = Pick<BookingTaken, 'action' | 'party' | 'via' | 'who' | 'fromState' | 'toState'>;

/** Cancelling a request is giving it back or declining it, according to who does it. */
export function stepSentence({ action, party, via, who, fromState, toState }: Step): StepSentence {
  return {
    action: fromState === null ? beginning(toState) : (ENDS[toState] ?? known(ACTIONS, action)),
    who: who !== null ? 'named' : party === 'client' ? 'client' : party === 'artist' ? 'studio' : 'system',
    via: known(VIAS, via),
  };
}

const ENDS: Readonly<Record<string, StepAction>> = { DECLINED: 'decline', WITHDRAWN: 'withdraw' };

function beginning(toState: string): StepAction {
  return toState === 'REQUESTED' ? 'request' : 'book';
}

function known<Word extends string>(words: readonly Word[], word: string): Word | null {
  return words.find((other) => other === word) ?? null;
}
