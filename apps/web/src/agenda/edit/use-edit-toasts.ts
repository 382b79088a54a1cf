import { useMemo, useRef } from 'react';
import { type ExternalToast, toast } from 'sonner';
import type { Problem } from '../../api/problem.ts';
import { useReader } from '../../language/studio-reader.ts';
import type { Done } from './history.ts';

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
  const told = useRef<{ readonly id: string | number; readonly step: Done | null } | null>(null);
  return useMemo(() => {
    /** One at a time, each under an id of its own: one that is on its way out would take its successor along. */
    const tell = (step: Done | null, show: (options: ExternalToast) => string | number) => {
      if (told.current) toast.dismiss(told.current.id);
      const id = show({ duration: SHOWN_MS, onDismiss: forget, onAutoClose: forget });
      told.current = { id, step };
    };
    const forget = ({ id }: { readonly id: string | number }) => {
      if (told.current?.id === id) told.current = null;
    };
    return {
      done: (step, onUndo) =>
        tell(step, (options) => {
          const action = { label: words.edit.undo, onClick: () => onUndo(step) };
          return toast.success(step.text, { ...options, action });
        }),
      undone: (text, again) =>
        tell(null, (options) => toast(text, again ? { ...options, action: again } : options)),
      refused: (title, { message, hint }) =>
        tell(null, (options) => {
          const description = [message, hint].filter(Boolean).join(' ');
          return toast.error(title, { ...options, description });
        }),
      note: (text) => tell(null, (options) => toast(text, options)),
      shows: ({ editId }) => told.current?.step?.editId === editId,
    };
  }, [words]);
}
