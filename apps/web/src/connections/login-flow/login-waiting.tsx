import { LoaderCircle } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import type { BegunLogin, SeenLogin } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button, buttonClass } from '../../ui/controls/button.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { DialogActions } from '../../ui/overlay/dialog.tsx';

const EVERY_MS = 3_000;

interface LoginWaitingProps {
  readonly login: BegunLogin;
  readonly onCancel: () => void;
  /** Somebody has agreed: the calendars are there, or the account goes on. */
  readonly onDone: (seen: SeenLogin) => void;
}

/** While somebody is on the page of their Nextcloud; this page lies behind it, and asks all the same. */
export function LoginWaiting({ login, onCancel, onDone }: LoginWaitingProps) {
  const { words } = useReader();
  const look = trpc.loginFlow.look.useQuery(
    { loginId: login.id },
    {
      retry: false,
      refetchInterval: ({ state }) =>
        state.error === null && (state.data?.is ?? 'waiting') === 'waiting' ? EVERY_MS : false,
      refetchIntervalInBackground: true,
    },
  );
  const seen = look.data;
  const done = useEffectEvent(onDone);
  useEffect(() => {
    if (seen && seen.is !== 'waiting') done(seen);
  }, [seen]);
  return (
    <>
      {look.error ? (
        <ProblemNotice error={look.error} />
      ) : (
        <div role="status" className="flex gap-3">
          <LoaderCircle aria-hidden className="mt-0.5 size-5 shrink-0 animate-spin text-accent" />
          <div>
            <p className="font-medium">{words.loginFlow.waiting}</p>
            <p className="mt-0.5 text-soft">{words.loginFlow.waitingHint}</p>
          </div>
        </div>
      )}
      <DialogActions>
        <Button onClick={onCancel}>{words.common.cancel}</Button>
        {look.error ? (
          <Button look="primary" pending={look.isFetching} onClick={() => void look.refetch()}>
            {words.loginFlow.askAgain}
          </Button>
        ) : (
          <a href={login.page} target="_blank" rel="noopener noreferrer" className={buttonClass('plain')}>
            {words.loginFlow.reopen}
          </a>
        )}
      </DialogActions>
    </>
  );
}
