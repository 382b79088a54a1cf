import { toast } from 'sonner';
import type { Person } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useProblemToast } from '../calendars/use-sync-now.ts';
import { useReader } from '../language/studio-reader.ts';
import { ConfirmDialog } from '../ui/overlay/confirm-dialog.tsx';

interface DisableDialogProps {
  readonly person: Person;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function DisableDialog({ person: { id, name }, open, onClose }: DisableDialogProps) {
  const { words } = useReader();
  const queries = trpc.useUtils();
  const disable = trpc.people.disable.useMutation({
    onError: useProblemToast(),
    onSuccess: () => {
      toast.success(words.people.disabled({ name }));
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
      title={words.people.disableTitle({ name })}
      lead={words.people.disableLead}
      confirm={words.people.disable}
    />
  );
}
