import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { toast } from 'sonner';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { ChooseCalendars } from '../choose-calendars.tsx';
import { SignInResult } from './sign-in-result.tsx';

interface SignedInDialogProps {
  /** Of the sign-in that somebody has just come back from. */
  readonly id: string;
  readonly onClose: () => void;
  readonly onAgain: () => void;
}

/** What came of a sign-in at the provider's page: its calendars to choose from, an account that goes on, or why not. */
export function SignedInDialog({ id, onClose, onAgain }: SignedInDialogProps) {
  const { words } = useReader();
  const navigate = useNavigate();
  const queries = trpc.useUtils();
  const seen = trpc.signIns.see.useQuery({ id }, { retry: false, staleTime: Number.POSITIVE_INFINITY });
  const connect = trpc.signIns.connect.useMutation({
    onSuccess: ({ renewed }) => {
      void queries.connections.list.invalidate();
      if (renewed) {
        toast.success(words.signIns.renewed({ name: found?.name ?? '' }));
        return onClose();
      }
      toast.success(words.connect.connected);
      void navigate({ to: '/agenda' });
    },
  });
  const found = seen.data?.is === 'found' ? seen.data : null;
  const renewed = seen.data?.is === 'renewed' ? seen.data.name : null;
  useEffect(() => {
    if (renewed === null) return;
    toast.success(words.signIns.renewed({ name: renewed }));
    void queries.connections.list.invalidate();
    void queries.waiting.list.invalidate();
    onClose();
  }, [renewed, words, queries, onClose]);
  if (renewed !== null) return null;
  return (
    <SignInResult
      title={words.connect.title}
      name={found?.name}
      problem={seen.error}
      onClose={onClose}
      onAgain={onAgain}
    >
      {seen.isPending && <Looking />}
      {found && (
        <ChooseCalendars
          found={found.calendars}
          onBack={onAgain}
          connect={{ ...connect, submit: (select) => connect.mutate({ signInId: id, select }) }}
        />
      )}
    </SignInResult>
  );
}

function Looking() {
  const { words } = useReader();
  return (
    <div role="status">
      <p className="mb-3">{words.signIns.looking}</p>
      <Skeleton className="h-32 rounded-xl" />
    </div>
  );
}
