import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { Calendar } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useProblemToast } from '../calendars/use-sync-now.ts';
import { useReader } from '../language/studio-reader.ts';
import { IconButton } from '../ui/controls/icon-button.tsx';
import { Badge } from '../ui/display/badge.tsx';
import { ConfirmDialog } from '../ui/overlay/confirm-dialog.tsx';

/** Makes a calendar at a provider the one that is for its owner's eyes alone (P9). */
export function ToPrivate({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const said = words.connections.toPrivate;
  const { calendars = [] } = useCalendars();
  const [asking, setAsking] = useState(false);
  const queries = trpc.useUtils();
  const onError = useProblemToast();
  const { id: calendarId, name } = calendar;
  const keep = trpc.calendars.keepPrivateAt.useMutation({
    onError,
    onSuccess: async () => {
      toast.success(said.done({ name }));
      await queries.calendars.list.invalidate();
    },
    onSettled: () => setAsking(false),
  });
  if (calendar.private) return <Badge icon={LockKeyhole}>{said.badge}</Badge>;
  const isHere = calendars.some((one) => one.mine && one.private && one.connectionId === null);
  const fits = calendar.mine && calendar.state === 'ok' && !calendar.readOnly && !calendar.ownedByOther;
  if (!isHere || !fits) return null;
  return (
    <>
      <IconButton icon={LockKeyhole} label={said.goOf({ name })} onClick={() => setAsking(true)} />
      <ConfirmDialog
        harmless
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => keep.mutate({ calendarId })}
        pending={keep.isPending}
        title={said.title({ name })}
        lead={said.lead}
        confirm={said.go}
      />
    </>
  );
}
