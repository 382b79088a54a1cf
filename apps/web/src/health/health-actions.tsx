import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import type { Calendar } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useProblemToast, useSyncNow } from '../calendars/use-sync-now.ts';
import { Button } from '../ui/controls/button.tsx';
import { ConfirmDialog } from '../ui/overlay/confirm-dialog.tsx';

export function HealthActions({ calendar }: { readonly calendar: Calendar }) {
  const { t } = useTranslation();
  const { id, name, held } = calendar;
  const sync = useSyncNow(t('agenda.syncAsked'));
  const check = useSyncNow(t('health.fullAsked'));
  return (
    <>
      {held > 0 && <ApproveRemovals calendar={calendar} />}
      <Button
        size="small"
        aria-label={t('agenda.syncNowNamed', { name })}
        pending={sync.isPending}
        onClick={() => sync.mutate({ calendarId: id })}
      >
        {t('health.syncNow')}
      </Button>
      <Button
        size="small"
        title={t('health.fullHint')}
        aria-label={`${t('health.full')}: ${name}`}
        pending={check.isPending}
        onClick={() => check.mutate({ calendarId: id, full: true })}
      >
        {t('health.full')}
      </Button>
    </>
  );
}

/** A person's word is needed before many events are removed at once. */
function ApproveRemovals({ calendar }: { readonly calendar: Calendar }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const onError = useProblemToast();
  const { id, name, held } = calendar;
  const approve = trpc.calendars.approveRemovals.useMutation({
    onError,
    onSuccess: ({ approved }) => void toast.success(t('health.approved', { count: approved })),
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button look="primary" size="small" onClick={() => setAsking(true)}>
        {t('health.approve', { count: held })}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => approve.mutate({ calendarId: id })}
        pending={approve.isPending}
        title={t('health.approveTitle', { count: held, name })}
        lead={t('health.approveLead')}
        confirm={t('health.approveSubmit')}
        keep={t('health.approveKeep')}
      />
    </>
  );
}
