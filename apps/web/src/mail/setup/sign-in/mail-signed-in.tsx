import { toast } from 'sonner';
import type { SeenMailSignIn } from '../../../api/answers.ts';
import { trpc } from '../../../api/trpc.ts';
import { ChooseCalendars } from '../../../connections/choose-calendars.tsx';
import { SignInResult } from '../../../connections/sign-in/sign-in-result.tsx';
import { useReader } from '../../../language/studio-reader.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { ProblemNotice } from '../../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../../ui/display/skeleton.tsx';
import { DialogActions } from '../../../ui/overlay/dialog.tsx';

interface MailSignedInProps {
  /** Of the sign-in that somebody has just come back from. */
  readonly id: string;
  readonly onClose: () => void;
  readonly onAgain: () => void;
}

/** What came of a sign-in at the provider's page: a mailbox, its calendars to choose from, or why not. */
export function MailSignedIn({ id, onClose, onAgain }: MailSignedInProps) {
  const { words } = useReader();
  const seen = trpc.mailboxes.signedIn.useQuery(
    { id },
    { retry: false, staleTime: Number.POSITIVE_INFINITY },
  );
  return (
    <SignInResult
      title={words.mailSetup.title}
      name={seen.data?.address}
      problem={seen.error}
      onClose={onClose}
      onAgain={onAgain}
    >
      {seen.isPending && <Skeleton className="h-32 rounded-xl" />}
      {seen.data && <ConnectSignedIn id={id} seen={seen.data} onClose={onClose} />}
    </SignInResult>
  );
}

interface ConnectSignedInProps {
  readonly id: string;
  readonly seen: SeenMailSignIn;
  readonly onClose: () => void;
}

function ConnectSignedIn({ id, seen, onClose }: ConnectSignedInProps) {
  const { words } = useReader();
  const said = words.mailSetup;
  const queries = trpc.useUtils();
  const connect = trpc.mailboxes.connectSignedIn.useMutation({
    onSuccess: ({ renewed, folders }) => {
      toast.success(renewed ? said.renewed : said.connected({ count: folders.length }));
      void queries.mailboxes.invalidate();
      void queries.connections.list.invalidate();
      onClose();
    },
  });
  const { calendars } = seen;
  if (calendars !== null && calendars.length > 0)
    return (
      <ChooseCalendars
        found={calendars}
        onBack={onClose}
        connect={{ ...connect, submit: (select) => connect.mutate({ signInId: id, calendars: select }) }}
      />
    );
  return (
    <>
      {connect.error && <ProblemNotice error={connect.error} />}
      <DialogActions>
        <Button onClick={onClose}>{words.common.cancel}</Button>
        <Button
          look="primary"
          pending={connect.isPending}
          onClick={() => connect.mutate({ signInId: id, calendars: null })}
        >
          {said.submit}
        </Button>
      </DialogActions>
    </>
  );
}
