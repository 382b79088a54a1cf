import { lazy, Suspense, useEffect } from 'react';
import type { AgendaEvent } from '../../../api/answers.ts';
import { trpc } from '../../../api/trpc.ts';
import { UnsavedGuard } from '../../../shell/unsaved-guard.tsx';
import { useDraftDesk } from '../../edit/drafts/open-draft.ts';
import { rebased } from '../../edit/drafts/save-draft.ts';
import { useLocks } from '../../edit/use-locks.ts';

const loadView = () => import('./event-view.tsx');
const loadDraft = () => import('./draft-panel.tsx');
const EventView = lazy(async () => ({ default: (await loadView()).EventView }));
const DraftPanel = lazy(async () => ({ default: (await loadDraft()).DraftPanel }));

/** What a panel is made of, for whoever fetches it before one is opened. */
export const loadPanels = () => Promise.all([loadView(), loadDraft()]);

interface EventPanelProps {
  /** From the address; null shows nothing. */
  readonly id: string | null;
  /** The occurrence, when the events in sight hold it. */
  readonly event: AgendaEvent | null;
  readonly loading: boolean;
  /** In which times are shown. */
  readonly zone: string;
  readonly onClose: () => void;
}

/** What stands beside the agenda: an event as it is, or as it is being typed. */
export function EventPanel({ id, event, loading, zone, onClose }: EventPanelProps) {
  const { open, dirty } = useDraftDesk();
  useLatestVersion(zone);
  return (
    <>
      <UnsavedGuard dirty={dirty} keeps={keepsAgenda} />
      <Suspense>
        {open ? (
          <DraftPanel key={open.key} open={open} zone={zone} onSaved={onClose} />
        ) : (
          id !== null && (
            <EventView key={id} id={id} event={event} loading={loading} zone={zone} onClose={onClose} />
          )
        )}
      </Suspense>
    </>
  );
}

/** Another week or view leaves nothing behind; the panel stays where it is. */
function keepsAgenda(from: { readonly pathname: string }, to: { readonly pathname: string }): boolean {
  return from.pathname === to.pathname;
}

/** Puts what is typed on the event as it is by now, as soon as somebody else has changed it. */
function useLatestVersion(zone: string): void {
  const { open, change } = useDraftDesk();
  const { byId } = useLocks();
  const target = open?.target ?? null;
  const { data } = trpc.agenda.event.useQuery(
    { objectId: target?.event.objectId ?? '', recurrenceId: target?.event.recurrenceId ?? null },
    { enabled: target !== null },
  );
  useEffect(() => {
    if (!open?.target || !data || data.revision <= open.target.detail.revision) return;
    const calendar = byId.get(data.calendarId)?.timeZone ?? zone;
    change(rebased(open, data, { shown: zone, calendar }));
  }, [open, data, byId, zone, change]);
}
