import type { Person } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useProblemToast } from '../calendars/use-sync-now.ts';
import { useReader } from '../language/studio-reader.ts';
import { ConfirmDialog } from '../ui/overlay/confirm-dialog.tsx';
import { usePeopleChanged } from './use-people-changed.ts';

interface FactorDialogProps {
  readonly person: Person;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** For somebody who has lost what their second factor or passkey was on. */
export function FactorDialog({ person: { id, name }, open, onClose }: FactorDialogProps) {
  const { words } = useReader();
  const changed = usePeopleChanged(onClose);
  const take = trpc.people.takeFactorOff.useMutation({
    onError: useProblemToast(),
    onSuccess: () => changed(words.people.factorTaken({ name })),
  });
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      onConfirm={() => take.mutate({ id })}
      pending={take.isPending}
      title={words.people.factorTitle({ name })}
      lead={words.people.factorLead}
      confirm={words.people.factorTake}
    />
  );
}
