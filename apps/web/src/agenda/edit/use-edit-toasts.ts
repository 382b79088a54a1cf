import { useMemo, useRef } from 'react';
import { toast } from 'sonner';
import type { Problem } from '../../api/problem.ts';
import { useReader } from '../../language/studio-reader.ts';
import type { Done } from './history.ts';

/** One at a time: what is told next takes the place of what was told before. */
const ID = 'edit';
const SHOWN_MS = 10_000;

export interface EditToasts {
  readonly done: (step: Done, onUndo: (step: Done) => void) => void;
  readonly undone: (
    text: string,
    again: { readonly label: string; readonly onClick: () => void } | null,
  ) => void;
  readonly refused: (title: string, problem: Problem) => void;
  readonly note: (text: string) => void;
  /** Whether what this edit did is on the screen. */
  readonly shows: (step: Done) => boolean;
}

/** What was done to events, with the way back, for ten seconds. */
export function useEditToasts(): EditToasts {
  const { words } = useReader();
  const shown = useRef<string | null>(null);
  return useMemo(() => {
    const close = () => {
      shown.current = null;
    };
    const base = { id: ID, duration: SHOWN_MS, onDismiss: close, onAutoClose: close, description: undefined };
    const plain = { ...base, action: undefined };
    return {
      done(step, onUndo) {
        shown.current = step.editId;
        toast.success(step.text, {
          ...base,
          action: { label: words.edit.undo, onClick: () => onUndo(step) },
        });
      },
      undone(text, again) {
        close();
        toast(text, { ...base, action: again ?? undefined });
      },
      refused(title, { message, hint }) {
        close();
        toast.error(title, { ...plain, description: [message, hint].filter(Boolean).join(' ') });
      },
      note(text) {
        close();
        toast(text, plain);
      },
      shows: ({ editId }) => shown.current === editId,
    };
  }, [words]);
}
