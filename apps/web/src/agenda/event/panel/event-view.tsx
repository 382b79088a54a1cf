import { Copy, Pencil, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { AgendaEvent, EventDetail } from '../../../api/answers.ts';
import { codeOf } from '../../../api/api-error.ts';
import { refusalProblem } from '../../../api/problem.ts';
import { trpc } from '../../../api/trpc.ts';
import { useReader } from '../../../language/studio-reader.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { IconButton } from '../../../ui/controls/icon-button.tsx';
import { Notice } from '../../../ui/display/notice.tsx';
import { ProblemNotice } from '../../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../../ui/display/skeleton.tsx';
import { SidePanel } from '../../../ui/overlay/side-panel.tsx';
import { useDraftDesk } from '../../edit/drafts/open-draft.ts';
import { useEventEdits } from '../../edit/event-edits.ts';
import { useLocks } from '../../edit/use-locks.ts';
import { EventFacts } from '../event-facts.tsx';
import { parseEventId } from '../event-id.ts';
import { eventTitle } from '../event-title.ts';
import { SendingNotice } from './sending-notice.tsx';

interface EventViewProps {
  /** From the address. */
  readonly id: string;
  /** The occurrence, when the events in sight hold it. */
  readonly event: AgendaEvent | null;
  readonly loading: boolean;
  readonly zone: string;
  readonly onClose: () => void;
}

/** All about one event, and what can be done with it. Follows its changes while it is open. */
export function EventView({ id, event, loading, zone, onClose }: EventViewProps) {
  const { words } = useReader();
  const { byId } = useLocks();
  const wanted = parseEventId(id);
  const detail = trpc.agenda.event.useQuery(wanted ?? { objectId: '', recurrenceId: null }, {
    enabled: wanted !== null,
  });
  const gone = wanted === null || codeOf(detail.error) === 'NOT_FOUND' || (!loading && !event);
  const title = event ? eventTitle(event, words) : words.event.title;
  const actions = useViewActions(event, detail.data ?? null, onClose);
  return (
    <SidePanel
      title={event?.status === 'cancelled' ? <s className="text-soft">{title}</s> : title}
      onClose={onClose}
      onKeyDown={actions.onKeyDown}
      footer={!gone && event && detail.data && <ViewButtons {...actions} />}
    >
      {gone && <p className="text-soft">{words.event.gone}</p>}
      {!gone && detail.error && <ProblemNotice error={detail.error} />}
      {!gone && !detail.error && !(event && detail.data) && <Skeleton className="h-32" />}
      {!gone && event && detail.data && (
        <div className="space-y-4">
          <SendingNotice objectId={event.objectId} />
          <EventFacts event={event} detail={detail.data} calendar={byId.get(event.calendarId)} zone={zone} />
        </div>
      )}
    </SidePanel>
  );
}

interface ViewActions {
  /** Null: it can be changed. */
  readonly locked: string | null;
  readonly onEdit: () => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}

function useViewActions(event: AgendaEvent | null, detail: EventDetail | null, onClose: () => void) {
  const { words, language } = useReader();
  const desk = useDraftDesk();
  const edits = useEventEdits();
  const closed = event ? edits.lockedBy(event) : null;
  const refused = detail?.locked ? refusalProblem(detail.locked, words, language).message : null;
  const locked = closed ?? refused;
  const actions: ViewActions = {
    locked,
    onEdit: () => event && detail && desk.edit(event, detail),
    onDuplicate: () => event && detail && desk.duplicate(event, detail),
    onRemove: () => {
      if (!event) return;
      onClose();
      edits.remove(event);
    },
  };
  const onKeyDown = (press: KeyboardEvent) => {
    if (press.defaultPrevented || press.ctrlKey || press.metaKey || press.altKey || !detail) return;
    const action = { e: actions.onEdit, Delete: actions.onRemove, Backspace: actions.onRemove }[press.key];
    if (!action || (locked !== null && press.key === 'e')) return;
    press.preventDefault();
    action();
  };
  return { ...actions, onKeyDown };
}

function ViewButtons({ locked, onEdit, onDuplicate, onRemove }: ViewActions) {
  const { words } = useReader();
  if (locked !== null) return <Notice tone="accent" title={words.edit.locked} hint={locked} />;
  return (
    <div className="flex items-center gap-1">
      <Button look="primary" onClick={onEdit}>
        <Pencil aria-hidden className="size-4" />
        {words.edit.edit}
      </Button>
      <span className="flex-1" />
      <IconButton icon={Copy} label={words.edit.duplicate} onClick={onDuplicate} />
      <IconButton icon={Trash2} label={words.edit.remove} onClick={onRemove} />
    </div>
  );
}
