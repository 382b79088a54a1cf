import { factsOf, isOAuthKind, type OAuthKind } from '@atelier/providers/kinds';
import type { StudioWords } from '@atelier/words/studio/en';
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
  const { id, name, kind } = connection;
  const remove = trpc.connections.remove.useMutation({
    onError,
    onSuccess: ({ rights }) => {
      if (isOAuthKind(kind)) tellOfRights(rights, kind, name, words);
      else if (rights === null) toast.success(words.connections.removed({ name }));
      else if (rights === 'given-back') toast.success(words.loginFlow.removedGivenBack({ name }));
      else toast.warning(words.loginFlow.removedByHand({ name }), { duration: 20_000 });
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

/** Where people see, and take back, what they have given to applications. */
const RIGHTS_PAGES: Readonly<Record<OAuthKind, string>> = {
  microsoft: 'https://account.microsoft.com/privacy/app-access',
  google: 'https://myaccount.google.com/connections',
};

function tellOfRights(
  rights: 'given-back' | 'by-hand' | null,
  kind: OAuthKind,
  name: string,
  { signIns }: StudioWords,
): void {
  const told = { name, provider: factsOf(kind).signIn.provider };
  if (rights === 'given-back') return void toast.success(signIns.removedGivenBack(told));
  const open = () => window.open(RIGHTS_PAGES[kind], '_blank', 'noopener');
  toast.success(signIns.removedByHand(told), {
    duration: 20_000,
    action: { label: signIns.rightsPage, onClick: open },
  });
}
