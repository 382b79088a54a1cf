/** Something that was done and can be taken back. */
export interface Done {
  /** By which the server knows what it replaced. */
  readonly editId: string;
  /** What was done, for the person who did it. */
  readonly text: string;
  /** It reached more than one date of a series, so nobody takes it back unasked. */
  readonly many: boolean;
}

export interface History {
  /** The latest last. */
  readonly done: readonly Done[];
  readonly undone: readonly Done[];
}

export const NO_HISTORY: History = { done: [], undone: [] };

/** More than anybody takes back step by step. */
const MOST = 50;

/** Something new is done: what was taken back before cannot be done again. */
export function did({ done }: History, step: Done): History {
  return { done: [...done, step].slice(-MOST), undone: [] };
}

/** @param as by which taking it back can itself be taken back */
export function takenBack({ done, undone }: History, step: Done, as: string): History {
  return { done: without(done, step), undone: [...undone, { ...step, editId: as }] };
}

export function doneAgain({ done, undone }: History, step: Done, as: string): History {
  return { done: [...done, { ...step, editId: as }], undone: without(undone, step) };
}

/** It can never be taken back, or done again: what comes before it still can. */
export function given({ done, undone }: History, step: Done): History {
  return { done: without(done, step), undone: without(undone, step) };
}

function without(steps: readonly Done[], step: Done): readonly Done[] {
  return steps.filter(({ editId }) => editId !== step.editId);
}
