import type { AgendaEvent } from '../../api/answers.ts';
import { codeOf } from '../../api/api-error.ts';
import { trpc } from '../../api/trpc.ts';
import { useCalendars } from '../../calendars/use-calendars.ts';
import { useReader } from '../../language/studio-reader.ts';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { EventFacts } from './event-facts.tsx';
import { parseEventId } from './event-id.ts';
import { eventTitle } from './event-title.ts';

interface EventDialogProps {
  /** From the address; null shows nothing. */
  readonly id: string | null;
  /** The occurrence, when the events in sight hold it. */
  readonly event: AgendaEvent | null;
  readonly loading: boolean;
  readonly zone: string;
  readonly onClose: () => void;
}

/** All about one event. Follows its changes while it is open. */
export function EventDialog({ id, event, loading, zone, onClose }: EventDialogProps) {
  const { words } = useReader();
  const { byId } = useCalendars();
  const wanted = id === null ? null : parseEventId(id);
  const detail = trpc.agenda.event.useQuery(wanted ?? { objectId: '', recurrenceId: null }, {
    enabled: wanted !== null,
  });
  const title = event ? eventTitle(event, words) : words.event.title;
  const gone =
    id !== null && (wanted === null || codeOf(detail.error) === 'NOT_FOUND' || (!loading && !event));
  return (
    <Dialog
      open={id !== null}
      onClose={onClose}
      title={event?.status === 'cancelled' ? <s className="text-soft">{title}</s> : title}
    >
      {gone && <p className="text-soft">{words.event.gone}</p>}
      {!gone && detail.error && <ProblemNotice error={detail.error} />}
      {!gone && !detail.error && !(event && detail.data) && <Skeleton className="h-32" />}
      {!gone && event && detail.data && (
        <EventFacts event={event} detail={detail.data} calendar={byId.get(event.calendarId)} zone={zone} />
      )}
    </Dialog>
  );
}
