import type { BookingState } from './step-rules.ts';

export type StepRefusal =
  | 'not-allowed' // not theirs to do
  | 'not-confirmed' // not yet: it is still a request
  | 'confirmed' // no longer: it was confirmed meanwhile
  | 'too-late' // behind the cut-off
  | 'too-early' // the appointment has not begun
  | 'bad-time' // ends before it starts
  | 'their-turn'; // the other side has the word

/** Out of which no step leads. */
export type OverState = Exclude<BookingState, 'REQUESTED' | 'CONFIRMED'>;

export type StepRefused =
  | { readonly ok: false; readonly refusal: StepRefusal }
  /** No longer: it has come to its end, and to which. */
  | { readonly ok: false; readonly refusal: 'over'; readonly state: OverState };

export function isOver(state: BookingState): state is OverState {
  return state !== 'REQUESTED' && state !== 'CONFIRMED';
}

export function refuseStep(refusal: StepRefusal): StepRefused {
  return { ok: false, refusal };
}
