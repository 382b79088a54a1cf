import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import type { Person } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useProblemToast } from '../calendars/use-sync-now.ts';
import { ConfirmDialog } from '../ui/overlay/confirm-dialog.tsx';

interface DisableDialogProps {
  readonly person: Person;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function DisableDialog({ person: { id, name }, open, onClose }: DisableDialogProps) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const disable = trpc.people.disable.useMutation({
    onError: useProblemToast(),
    onSuccess: () => {
      toast.success(t('people.disabled', { name }));
      void queries.people.list.invalidate();
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      onConfirm={() => disable.mutate({ id })}
      pending={disable.isPending}
      title={t('people.disableTitle', { name })}
      lead={t('people.disableLead')}
      confirm={t('people.disable')}
    />
  );
}
