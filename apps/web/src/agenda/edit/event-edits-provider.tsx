import { type ReactNode, useMemo, useSyncExternalStore } from 'react';
import { newKey } from '../../api/new-key.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { type ActionContext, addEvent, removeEvent, shiftEvent } from './event-actions.ts';
import { type EventEdits, EventEditsContext } from './event-edits.ts';
import { withPending } from './pending.ts';
import { SeriesDialog } from './series/series-dialog.tsx';
import { useSeriesQuestion } from './series/use-series-question.ts';
import { useEditStore } from './use-edit-store.ts';
import { useEditToasts } from './use-edit-toasts.ts';
import { useLocks } from './use-locks.ts';
import { useWayBack } from './use-way-back.ts';

interface EventEditsProviderProps {
  /** In which times are shown, an IANA name. */
  readonly zone: string;
  readonly children: ReactNode;
}

/** Gives what is inside the ways to change events, and asks what has to be asked. */
export function EventEditsProvider({ zone, children }: EventEditsProviderProps) {
  const { words, language, formats } = useReader();
  const utils = trpc.useUtils();
  const store = useEditStore();
  const toasts = useEditToasts();
  const { byId: calendars, lockedBy } = useLocks();
  const { question, ask, answer } = useSeriesQuestion();
  const { go, step, question: wayQuestion, dismiss } = useWayBack(store, toasts);
  const { pending } = useSyncExternalStore(store.subscribe, store.state);
  const edits = useMemo<EventEdits>(() => {
    const context: ActionContext = {
      store,
      words,
      language,
      formats,
      zone,
      calendars,
      lockedBy,
      ask,
      detailOf: ({ objectId, recurrenceId }) =>
        utils.agenda.event.fetch({ objectId, recurrenceId }, { staleTime: 0 }),
      tellDone: (done) => toasts.done(done, (undone) => go('undo', undone)),
      tellRefused: toasts.refused,
      newId: newKey,
    };
    return {
      openDraft: () => undefined,
      add: (at, fields, onRefused) => addEvent(context, at, fields, onRefused),
      shift: (event, to, options = {}) => shiftEvent(context, event, to, options),
      remove: (event) => removeEvent(context, event),
      undo: () => step('undo'),
      redo: () => step('redo'),
      shown: (events) => withPending(events, pending, zone),
      lockedBy,
    };
  }, [store, words, language, formats, zone, calendars, lockedBy, ask, utils, toasts, go, step, pending]);
  return (
    <EventEditsContext value={edits}>
      {children}
      <SeriesDialog question={question} zone={zone} onAnswer={answer} />
      <ConfirmDialog
        open={wayQuestion !== null}
        onClose={dismiss}
        onConfirm={() => wayQuestion && go(wayQuestion.way, wayQuestion.step)}
        pending={false}
        title={wayQuestion?.way === 'redo' ? words.edit.redoMany : words.edit.undoMany}
        lead={words.edit.undoManyLead({ what: wayQuestion?.step.text ?? '' })}
        confirm={wayQuestion?.way === 'redo' ? words.edit.redo : words.edit.undo}
      />
    </EventEditsContext>
  );
}
