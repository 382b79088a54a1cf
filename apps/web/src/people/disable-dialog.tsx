import type { Person } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useProblemToast } from '../calendars/use-sync-now.ts';
import { useReader } from '../language/studio-reader.ts';
import { ConfirmDialog } from '../ui/overlay/confirm-dialog.tsx';
import { usePeopleChanged } from './use-people-changed.ts';

interface DisableDialogProps {
  readonly person: Person;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function DisableDialog({ person: { id, name }, open, onClose }: DisableDialogProps) {
  const { words } = useReader();
  const changed = usePeopleChanged(onClose);
  const disable = trpc.people.disable.useMutation({
    onError: useProblemToast(),
    onSuccess: () => changed(words.people.disabled({ name })),
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
