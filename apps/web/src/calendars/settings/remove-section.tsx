import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from 'sonner';
import type { Calendar } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Panel } from '../../studio/panel.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { useProblemToast } from '../use-sync-now.ts';

/** One of Atelier's own goes with its events, of which there is no other copy. */
export function RemoveSection({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const [asked, setAsked] = useState(false);
  const navigate = useNavigate();
  const queries = trpc.useUtils();
  const { id, name, objects } = calendar;
  const remove = trpc.calendars.remove.useMutation({
    onError: useProblemToast(),
    onSuccess: async () => {
      toast.success(words.calendar.removed({ name }));
      await navigate({ to: '/agenda' });
      queries.calendars.list.setData(undefined, (list) => list?.filter((other) => other.id !== id));
    },
  });
  return (
    <Panel title={words.calendar.remove} lead={words.calendar.removeLead}>
      <Button onClick={() => setAsked(true)} className="text-bad">
        {words.calendar.removeConfirm({ count: objects })}
      </Button>
      <ConfirmDialog
        open={asked}
        onClose={() => setAsked(false)}
        onConfirm={() => remove.mutate({ id, withEvents: objects > 0 })}
        pending={remove.isPending}
        title={words.calendar.removeTitle({ name })}
        lead={words.calendar.removeLead}
        confirm={words.calendar.removeConfirm({ count: objects })}
      />
    </Panel>
  );
}
