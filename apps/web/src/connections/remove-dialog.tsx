import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import type { Connection } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useProblemToast } from '../calendars/use-sync-now.ts';
import { ConfirmDialog } from '../ui/overlay/confirm-dialog.tsx';

interface RemoveDialogProps {
  readonly connection: Connection;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function RemoveDialog({ connection, open, onClose }: RemoveDialogProps) {
  const { t } = useTranslation();
  const onError = useProblemToast();
  const queries = trpc.useUtils();
  const { id, name } = connection;
  const remove = trpc.connections.remove.useMutation({
    onError,
    onSuccess: () => {
      toast.success(t('connections.removed', { name }));
      onClose();
      queries.connections.list.setData(undefined, (list) => list?.filter((other) => other.id !== id));
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      onConfirm={() => remove.mutate({ connectionId: id })}
      pending={remove.isPending}
      title={t('connections.removeTitle', { name })}
      lead={t('connections.removeLead')}
      confirm={t('connections.remove')}
      keep={t('connections.removeKeep')}
    />
  );
}
