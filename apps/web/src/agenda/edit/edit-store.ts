import { isAway, isRefusal } from '../../api/api-error.ts';
import type { Change } from './change.ts';
import { type Done, did, doneAgain, given, type History, NO_HISTORY, takenBack } from './history.ts';
import type { Pending } from './pending.ts';

export interface EditState {
  readonly pending: readonly Pending[];
  readonly history: History;
}

export interface EditStoreOptions {
  readonly send: (change: Change, editId: string) => Promise<string | null>;
  readonly takeBack: (editId: string, as: string) => Promise<unknown>;
  /** Asks again for whatever a change may have touched, and waits for the answers. */
  readonly refresh: () => Promise<unknown>;
  readonly newId: () => string;
  /** Puts a change aside until somebody answers; left out: nothing waits. */
  readonly wait?: ((unsent: Unsent) => Promise<unknown>) | undefined;
}

/** A change that nobody has answered, as the agenda shows it. */
export interface Unsent {
  readonly change: Change;
  readonly step: Done;
  readonly pending: readonly Pending[];
}

/** What became of a change. */
export type Ending =
  | { readonly ok: true; readonly id: string | null; readonly step: Done }
  | { readonly ok: false; readonly error: unknown };

export type EditStore = ReturnType<typeof createEditStore>;

/**
 * Sends changes one after the other, each seeing what the one before came to, and shows them meanwhile as if they had
 * arrived. Remembers what was done.
 */
export function createEditStore({ send, takeBack, refresh, newId, wait }: EditStoreOptions) {
  let state: EditState = { pending: [], history: NO_HISTORY };
  let last: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();
  const set = (next: Partial<EditState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };

  /** What `work` returns, when everything that was wanted before is done. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  /** @returns what takes it off again */
  function show(pending: Pending): () => void {
    set({ pending: [...state.pending, pending] });
    return () => set({ pending: state.pending.filter((one) => one !== pending) });
  }

  async function write(change: Change, about: Omit<Done, 'editId'>): Promise<Ending> {
    const step = { ...about, editId: newId() };
    try {
      const id = await send(change, step.editId);
      set({ history: did(state.history, step) });
      await refresh();
      return { ok: true, id, step };
    } catch (error) {
      if (wait && isAway(error)) {
        await wait({ change, step, pending: state.pending.filter((one) => isOf(one, change)) });
        set({ history: did(state.history, step) });
        return { ok: true, id: null, step };
      }
      // Of what was not answered nobody knows whether it was done: the agenda is looked at again.
      await refresh();
      return { ok: false, error };
    }
  }

  async function back(step: Done, after: typeof takenBack): Promise<Ending> {
    const as = newId();
    try {
      await takeBack(step.editId, as);
      set({ history: after(state.history, step, as) });
      await refresh();
      return { ok: true, id: null, step };
    } catch (error) {
      // What the server has refused to take back it will refuse again.
      if (isRefusal(error)) set({ history: given(state.history, step) });
      return { ok: false, error };
    }
  }

  return {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    inTurn,
    show,
    write,
    undo: (step: Done) => back(step, takenBack),
    redo: (step: Done) => back(step, doneAgain),
  };
}

function isOf(pending: Pending, { id }: Change): boolean {
  return (pending.kind === 'add' ? pending.event : pending.target).objectId === id;
}
