import { factsOf, isOAuthKind, type OAuthKind } from '@atelier/providers/kinds';
import type { StudioWords } from '@atelier/words/studio/en';
import { toast } from 'sonner';
import type { AccountTies, Connection } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useProblemToast } from '../calendars/use-sync-now.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { SaidList } from '../ui/display/said-list.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
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
  const ties = trpc.connections.ties.useQuery({ connectionId: id }, { enabled: open, staleTime: 0 });
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
      // Whoever could not be told what it means has not agreed to it.
      onConfirm={() => remove.mutate({ connectionId: id, anyway: ties.data !== undefined })}
      pending={remove.isPending || ties.isLoading}
      title={words.connections.removeTitle({ name })}
      lead={words.connections.removeLead}
      confirm={words.connections.remove}
      keep={words.connections.removeKeep}
    >
      {ties.isLoading && <Skeleton className="h-12 rounded-xl" />}
      {ties.data && <Ties ties={ties.data} />}
    </ConfirmDialog>
  );
}

function Ties({ ties: { waiting, receiving, blocking } }: { readonly ties: AccountTies }) {
  const { words } = useReader();
  const { list } = useFormats();
  return (
    <SaidList
      label={words.connections.ties}
      lines={[
        receiving.length > 0 && words.connections.tieReceiving({ names: list(receiving) }),
        blocking.length > 0 && words.connections.tieBlocking({ names: list(blocking) }),
        waiting > 0 && words.connections.tieWaiting({ count: waiting }),
      ]}
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
