import type { Change } from '../../agenda/edit/change.ts';
import { isAway } from '../../api/api-error.ts';
import type { Problem } from '../../api/problem.ts';
import { afterSending, type UnsentEdit } from './unsent-edit.ts';

export interface UnsentEditsOptions {
  /** Where they outlive the page; in the order in which they were made. */
  readonly shelf: {
    readonly all: () => Promise<readonly UnsentEdit[]>;
    readonly put: (edit: UnsentEdit) => Promise<unknown>;
    readonly remove: (editId: string) => Promise<unknown>;
  };
  readonly send: (change: Change, editId: string) => Promise<unknown>;
  readonly say: (error: unknown) => Problem;
  /** Something has arrived, or will never. */
  readonly onSettled: () => void;
}

export type UnsentEdits = ReturnType<typeof createUnsentEdits>;

/** Changes that were made while nobody answered: they go out when somebody does, one after the other, each once. */
export function createUnsentEdits({ shelf, send, say, onSettled }: UnsentEditsOptions) {
  let edits: readonly UnsentEdit[] = [];
  let flushing: Promise<void> | null = null;
  const listeners = new Set<() => void>();
  const set = (next: readonly UnsentEdit[]) => {
    edits = next;
    for (const listener of listeners) listener();
  };
  const waiting = () => edits.filter(({ refused }) => refused === null);

  async function replace(edit: UnsentEdit): Promise<void> {
    set(edits.map((one) => (one.editId === edit.editId ? edit : one)));
    await shelf.put(edit).catch(() => undefined);
  }

  async function drop(editId: string): Promise<void> {
    set(edits.filter((one) => one.editId !== editId));
    await shelf.remove(editId).catch(() => undefined);
  }

  async function sendAll(): Promise<void> {
    for (let next = waiting()[0]; next; next = waiting()[0]) {
      try {
        await send(next.change, next.editId);
        const { change } = next;
        await drop(next.editId);
        for (const later of waiting())
          await replace({ ...later, change: afterSending(change, later.change) });
      } catch (error) {
        if (isAway(error)) return;
        await replace({ ...next, refused: say(error) });
      }
      onSettled();
    }
  }

  function flush(): Promise<void> {
    flushing ??= sendAll().finally(() => {
      flushing = null;
    });
    return flushing;
  }

  return {
    list: () => edits,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Of whoever was here before the page was opened. */
    begin: async () => set(await shelf.all().catch(() => [])),
    /** Whether what is done now has to wait for what was done before. */
    hasTurn: () => waiting().length === 0,
    async wait(edit: Omit<UnsentEdit, 'refused'>): Promise<void> {
      const one = { ...edit, refused: null };
      set([...edits, one]);
      await shelf.put(one).catch(() => undefined);
    },
    flush,
    async retry(edit: UnsentEdit): Promise<void> {
      await replace({ ...edit, refused: null });
      await flush();
    },
    /** @returns whether it was here: otherwise the server has it. */
    async discard(editId: string): Promise<boolean> {
      if (!edits.some((one) => one.editId === editId)) return false;
      await drop(editId);
      onSettled();
      return true;
    },
    forget: () => set([]),
  };
}
