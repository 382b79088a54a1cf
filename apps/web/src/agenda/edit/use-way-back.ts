import { useMemo, useState } from 'react';
import { problemOf } from '../../api/problem.ts';
import { useReader } from '../../language/studio-reader.ts';
import type { EditStore } from './edit-store.ts';
import type { Done } from './history.ts';
import type { EditToasts } from './use-edit-toasts.ts';

type Way = 'undo' | 'redo';

/** Waits for a yes: it reaches more than one date. */
export interface WayQuestion {
  readonly way: Way;
  readonly step: Done;
}

/** Undo and redo, step by step; each sees what the one before came to. */
export function useWayBack(store: EditStore, toasts: EditToasts) {
  const { words, language } = useReader();
  const [question, setQuestion] = useState<WayQuestion | null>(null);
  const ways = useMemo(() => {
    const latest = (way: Way) => {
      const { done, undone } = store.state().history;
      return (way === 'undo' ? done : undone).at(-1);
    };

    async function perform(way: Way, step: Done): Promise<void> {
      const ending = await store[way](step);
      if (!ending.ok) return toasts.refused(step.text, problemOf(ending.error, words, language));
      const other = way === 'undo' ? 'redo' : 'undo';
      const next = latest(other);
      const said = way === 'undo' ? words.edit.undone : words.edit.redone;
      const again = next && { label: words.edit[other], onClick: () => go(other, next) };
      toasts.undone(said({ what: step.text }), again ?? null);
    }

    /** Just that step: its button was pressed. */
    function go(way: Way, step: Done): void {
      setQuestion(null);
      void store.inTurn(() => perform(way, step));
    }

    async function next(way: Way): Promise<void> {
      const step = latest(way);
      if (!step) return toasts.note(way === 'undo' ? words.edit.nothingToUndo : words.edit.nothingToRedo);
      // What the toast says is before their eyes.
      if (step.many && !toasts.shows(step)) return setQuestion({ way, step });
      await perform(way, step);
    }

    return { go, step: (way: Way) => void store.inTurn(() => next(way)) };
  }, [store, toasts, words, language]);
  return { ...ways, question, dismiss: () => setQuestion(null) };
}
