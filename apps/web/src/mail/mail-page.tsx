import { useNavigate, useSearch } from '@tanstack/react-router';
import { MailPlus } from 'lucide-react';
import { useState } from 'react';
import { useReader } from '../language/studio-reader.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { Button } from '../ui/controls/button.tsx';
import { EmptyState } from '../ui/display/empty-state.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { MailDesk } from './mail-desk.tsx';
import { ConnectMailbox } from './setup/connect-mailbox.tsx';
import { MailSignedIn } from './setup/sign-in/mail-signed-in.tsx';
import { useMailboxes } from './use-mailboxes.ts';

/** The mail of whoever looks, or how to connect some. */
export function MailPage() {
  const { words } = useReader();
  usePageTitle(words.mailbox.title);
  const { mailboxes, isPending, error } = useMailboxes();
  /** The address of one that is connected again, or nothing for another one. */
  const [chosen, setConnecting] = useState<string | null>(null);
  const { signIn, connect } = useSearch({ from: '/app/mail' });
  const navigate = useNavigate({ from: '/mail' });
  const connecting = chosen ?? connect ?? null;
  const leaveSignIn = () => void navigate({ search: {}, replace: true });
  return (
    <>
      {mailboxes.length > 0 ? (
        <MailDesk onConnect={setConnecting} />
      ) : (
        <div className="mx-auto max-w-xl p-4">
          {error && <ProblemNotice error={error} />}
          {isPending && <Skeleton className="h-64 rounded-2xl" />}
          {!error && !isPending && (
            <EmptyState
              whole
              icon={MailPlus}
              title={words.mailbox.none}
              hint={words.mailbox.noneHint}
              action={
                <Button look="primary" onClick={() => setConnecting('')}>
                  {words.mailbox.connect}
                </Button>
              }
            />
          )}
        </div>
      )}
      {signIn !== undefined && (
        <MailSignedIn
          id={signIn}
          onClose={leaveSignIn}
          onAgain={() => {
            leaveSignIn();
            setConnecting('');
          }}
        />
      )}
      <ConnectMailbox
        open={connecting !== null}
        address={connecting ?? ''}
        onClose={() => {
          setConnecting(null);
          if (connect !== undefined) leaveSignIn();
        }}
      />
    </>
  );
}
