import { lazy, type ReactNode, Suspense, useMemo, useSyncExternalStore } from 'react';
import { newKey } from '../../api/new-key.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useUnsentEdits } from '../../offline/unsent/use-unsent-edits.ts';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { useEver } from '../../ui/use-ever.ts';
import { newDraft } from '../event/draft/event-draft.ts';
import { useDefaultCalendar } from '../quick/calendar/use-default-calendar.ts';
import { DraftDeskContext } from './drafts/open-draft.ts';
import { fresh, useDraftDeskState } from './drafts/use-draft-desk.ts';
import { type ActionContext, addEvent, removeEvent, restoreEvent, shiftEvent } from './event-actions.ts';
import { type EventEdits, EventEditsContext } from './event-edits.ts';
import { withPending } from './pending.ts';
import { useSeriesQuestion } from './series/use-series-question.ts';
import { useEditStore } from './use-edit-store.ts';
import { useEditToasts } from './use-edit-toasts.ts';
import { useLocks } from './use-locks.ts';
import { useWayBack } from './use-way-back.ts';

/** For whoever fetches it before anything is asked. */
export const loadSeriesDialog = () => import('./series/series-dialog.tsx');
const SeriesDialog = lazy(async () => ({ default: (await loadSeriesDialog()).SeriesDialog }));

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
  const { byId: calendars, lockedBy, open: writable } = useLocks();
  const { question, ask, answer } = useSeriesQuestion();
  const asked = useEver(question !== null);
  const { go, step, question: wayQuestion, dismiss } = useWayBack(store, toasts);
  const context = useMemo<ActionContext>(
    () => ({
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
    }),
    [store, words, language, formats, zone, calendars, lockedBy, ask, utils, toasts, go],
  );
  const { chosen: usual, choose } = useDefaultCalendar(writable);
  const { desk, leaving, onLeave, onStay } = useDraftDeskState(context, choose);
  const { show } = desk;
  const { pending: underWay } = useSyncExternalStore(store.subscribe, store.state);
  const unsent = useUnsentEdits();
  const pending = useMemo(() => [...unsent.flatMap((edit) => edit.pending), ...underWay], [unsent, underWay]);
  const edits = useMemo<EventEdits>(
    () => ({
      openDraft({ title = '', rrule = null, location, alarms = [], busy, ...at }) {
        const calendarId = at.calendarId ?? usual?.id;
        if (calendarId === undefined) return toasts.note(words.edit.noCalendar);
        const before = newDraft(at, { calendarId, zone });
        const draft = { ...before, title, rrule, alarms, place: location ?? '', busy: busy ?? before.busy };
        show(fresh(context, { target: null, before, draft }));
      },
      add: (at, fields, onRefused) => addEvent(context, at, fields, onRefused),
      shift: (event, to, options = {}) => shiftEvent(context, event, to, options),
      remove: (event) => removeEvent(context, event),
      restore: (deleted) => restoreEvent(context, deleted),
      undo: () => step('undo'),
      redo: () => step('redo'),
      shown: (events) => withPending(events, pending, zone),
      lockedBy,
    }),
    [context, lockedBy, pending, show, step, toasts, usual, words, zone],
  );
  return (
    <EventEditsContext value={edits}>
      <DraftDeskContext value={desk}>{children}</DraftDeskContext>
      <Suspense>{asked && <SeriesDialog question={question} zone={zone} onAnswer={answer} />}</Suspense>
      <ConfirmDialog
        open={wayQuestion !== null}
        onClose={dismiss}
        onConfirm={() => wayQuestion && go(wayQuestion.way, wayQuestion.step)}
        pending={false}
        title={wayQuestion?.way === 'redo' ? words.edit.redoMany : words.edit.undoMany}
        lead={words.edit.undoManyLead({ what: wayQuestion?.step.text ?? '' })}
        confirm={wayQuestion?.way === 'redo' ? words.edit.redo : words.edit.undo}
      />
      <ConfirmDialog
        open={leaving}
        onClose={onStay}
        onConfirm={onLeave}
        pending={false}
        title={words.edit.leave.title}
        lead={words.edit.leave.lead}
        confirm={words.edit.leave.leave}
        keep={words.edit.leave.stay}
      />
    </EventEditsContext>
  );
}
