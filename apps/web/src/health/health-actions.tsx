import { useState } from 'react';
import { toast } from 'sonner';
import type { Calendar } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useProblemToast, useSyncNow } from '../calendars/use-sync-now.ts';
import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';
import { ConfirmDialog } from '../ui/overlay/confirm-dialog.tsx';
import { SurveyButton } from './survey-button.tsx';

export function HealthActions({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const { id, name, held } = calendar;
  const sync = useSyncNow(words.agenda.syncAsked);
  return (
    <>
      {held > 0 && <ApproveRemovals calendar={calendar} />}
      <Button
        size="small"
        aria-label={words.agenda.syncNowNamed({ name })}
        pending={sync.isPending}
        onClick={() => sync.mutate({ calendarId: id })}
      >
        {words.health.syncNow}
      </Button>
      <SurveyButton calendar={calendar} />
    </>
  );
}

/** A person's word is needed before many events are removed at once. */
function ApproveRemovals({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const [asking, setAsking] = useState(false);
  const onError = useProblemToast();
  const { id, name, held } = calendar;
  const approve = trpc.calendars.approveRemovals.useMutation({
    onError,
    onSuccess: ({ approved }) => void toast.success(words.health.approved({ count: approved })),
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button look="primary" size="small" onClick={() => setAsking(true)}>
        {words.health.approve({ count: held })}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => approve.mutate({ calendarId: id })}
        pending={approve.isPending}
        title={words.health.approveTitle({ count: held, name })}
        lead={words.health.approveLead}
        confirm={words.health.approveSubmit}
        keep={words.health.approveKeep}
      />
    </>
  );
}
