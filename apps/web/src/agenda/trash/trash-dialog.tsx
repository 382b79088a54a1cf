import { RotateCcw } from 'lucide-react';
import type { DeletedEvent } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { colourOf } from '../../calendars/colour.ts';
import { useCalendars } from '../../calendars/use-calendars.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useAge } from '../../time/age-text.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { ColourDot } from '../../ui/display/colour-dot.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { useEventEdits } from '../edit/event-edits.ts';
import { eventTitle } from '../event/event-title.ts';

interface TrashDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What was deleted in the last 30 days, here or at a provider; each comes back with its UID. */
export function TrashDialog({ open, onClose }: TrashDialogProps) {
  const { words } = useReader();
  return (
    <Dialog open={open} onClose={onClose} title={words.edit.trash.title} lead={words.edit.trash.lead}>
      <DeletedEvents />
    </Dialog>
  );
}

function DeletedEvents() {
  const { words } = useReader();
  const deleted = trpc.agenda.deleted.useQuery();
  if (deleted.error) return <ProblemNotice error={deleted.error} />;
  if (!deleted.data) return <Skeleton className="h-40" />;
  if (deleted.data.length === 0) return <p className="text-soft">{words.edit.trash.empty}</p>;
  return (
    <ul className="-mx-2 divide-y divide-line">
      {deleted.data.map((event) => (
        <DeletedRow key={event.id} event={event} />
      ))}
    </ul>
  );
}

function DeletedRow({ event }: { readonly event: DeletedEvent }) {
  const { words } = useReader();
  const { byId } = useCalendars();
  const { restore } = useEventEdits();
  const age = useAge()(event.deletedAt);
  const calendar = byId.get(event.calendarId);
  const title = eventTitle({ title: event.summary }, words);
  return (
    <li className="flex min-h-14 items-center gap-3 px-2 py-2">
      {calendar && <ColourDot colour={colourOf(calendar)} />}
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{title}</p>
        <p className="text-[13px] text-soft">
          {[event.local ? words.edit.trash.here({ age }) : words.edit.trash.there({ age }), calendar?.name]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <Button
        size="small"
        className="max-sm:h-11"
        aria-label={`${words.edit.trash.restore}: ${title}`}
        onClick={() => restore({ id: event.id, title })}
      >
        <RotateCcw aria-hidden className="size-4" />
        {words.edit.trash.restore}
      </Button>
    </li>
  );
}
