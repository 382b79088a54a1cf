import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { EventDetail } from '../../../api/answers.ts';
import { endsFirst } from '../../event/draft/draft-times.ts';
import { draftOf, touchedIn } from '../../event/draft/event-draft.ts';
import type { ActionContext } from '../event-actions.ts';
import type { DraftDesk, OpenDraft } from './open-draft.ts';
import { floatingZone, pendingOf, saveDraft } from './save-draft.ts';

/** Waits for a yes: what is typed would be lost. */
interface Leaving {
  readonly to: OpenDraft | null;
}

/** The one event that is being typed. @param onUsed told of the calendar that a new event goes into */
export function useDraftDeskState(context: ActionContext, onUsed: (calendarId: string) => void) {
  const [open, setOpen] = useState<OpenDraft | null>(null);
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const dirty = open !== null && isDirty(open);
  useGhost(context, open);
  const desk = useMemo<DraftDesk>(() => {
    const go = (to: OpenDraft | null) => {
      setLeaving(null);
      setOpen(to);
    };
    const ask = (to: OpenDraft | null) => (dirty ? setLeaving({ to }) : go(to));
    return {
      open,
      dirty,
      show: ask,
      edit: (event, detail) => {
        const before = draftOf(detail, zonesOf(context, detail));
        if (before) ask(fresh(context, { target: { event, detail }, before, draft: before }));
      },
      duplicate: (event, detail) => {
        const before = draftOf(detail, zonesOf(context, detail));
        if (!before) return;
        const draft = { ...before, rrule: null, calendarId: event.calendarId };
        ask(fresh(context, { target: null, before: { ...draft, title: '' }, draft }));
      },
      change: setOpen,
      save(saved, onSent) {
        if (!saved.target) onUsed(saved.draft.calendarId);
        const sent = () => {
          go(null);
          onSent();
        };
        void saveDraft(context, saved, { onSent: sent, onBack: setOpen });
      },
      leave: () => ask(null),
      close: () => go(null),
    };
  }, [context, open, dirty, onUsed]);
  return {
    desk,
    leaving: leaving !== null,
    onLeave: () => {
      setOpen(leaving?.to ?? null);
      setLeaving(null);
    },
    onStay: () => setLeaving(null),
  };
}

/** Shows in the agenda what is being typed; a little later than it is typed, so that typing stays quick. */
function useGhost(context: ActionContext, open: OpenDraft | null): void {
  const shown = useDeferredValue(open);
  const { store } = context;
  useEffect(() => {
    if (!shown || shown !== open || (shown.target && !isDirty(shown)) || endsFirst(shown.draft)) return;
    return store.show(pendingOf(shown, 'this', floatingZone(context, shown.draft)));
  }, [context, store, shown, open]);
}

/** A draft that nothing has happened to yet. */
export function fresh(
  { newId }: Pick<ActionContext, 'newId'>,
  begun: Pick<OpenDraft, 'target' | 'before' | 'draft'>,
): OpenDraft {
  return { ...begun, key: newId(), problem: null, meanwhile: null };
}

/** Where a new event takes place, and in which calendar, is quickly said again; what it is called is not. */
function isDirty({ target, before, draft }: OpenDraft): boolean {
  const touched = touchedIn(before, draft);
  return target ? touched.length > 0 : touched.some((part) => part !== 'when' && part !== 'calendar');
}

function zonesOf({ zone, calendars }: ActionContext, { calendarId }: Pick<EventDetail, 'calendarId'>) {
  return { shown: zone, calendar: calendars.get(calendarId)?.timeZone ?? zone };
}
