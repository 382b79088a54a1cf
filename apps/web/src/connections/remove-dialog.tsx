import { toast } from 'sonner';
import type { Connection } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useProblemToast } from '../calendars/use-sync-now.ts';
import { useReader } from '../language/studio-reader.ts';
import { ConfirmDialog } from '../ui/overlay/confirm-dialog.tsx';

interface RemoveDialogProps {
  readonly connection: Connection;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function RemoveDialog({ connection, open, onClose }: RemoveDialogProps) {
  const { words } = useReader();
  const onError = useProblemToast();
  const queries = trpc.useUtils();
  const { id, name } = connection;
  const remove = trpc.connections.remove.useMutation({
    onError,
    onSuccess: () => {
      toast.success(words.connections.removed({ name }));
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
      title={words.connections.removeTitle({ name })}
      lead={words.connections.removeLead}
      confirm={words.connections.remove}
      keep={words.connections.removeKeep}
    />
  );
}
