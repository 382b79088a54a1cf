import { codeOf } from '../api/api-error.ts';
import type { ApiClient } from '../api/client.ts';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import type { AnsweredSince } from '../live/answered-since.ts';
import { LiveProvider } from '../live/live-provider.tsx';
import { Button } from '../ui/controls/button.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Shell } from './shell.tsx';
import { MeContext } from './use-me.ts';
import { useSpeak } from './use-speak.ts';
import { Mark } from './wordmark.tsx';

interface SignedInProps {
  readonly client: ApiClient;
  readonly since: AnsweredSince;
  /** The person asked to leave. */
  readonly onSignOut: () => void;
  /** The server does not know the person any more. */
  readonly onSignedOut: () => void;
}

/** Everything behind the door: first who it is, then the app. */
export function SignedIn({ client, since, onSignOut, onSignedOut }: SignedInProps) {
  const { words } = useReader();
  const me = trpc.people.me.useQuery();
  useSpeak(me.data?.userId);
  if (me.data) {
    return (
      <MeContext value={me.data}>
        <LiveProvider client={client} since={since} onSignedOut={onSignedOut}>
          <Shell onSignOut={onSignOut} />
        </LiveProvider>
      </MeContext>
    );
  }
  const failed = me.error !== null && codeOf(me.error) !== 'UNAUTHORIZED';
  return (
    <main className="flex min-h-full flex-col items-center justify-center gap-5 p-6">
      <Mark className="size-12" />
      {failed ? (
        <>
          <ProblemNotice error={me.error} />
          <Button onClick={() => void me.refetch()}>{words.shell.retry}</Button>
        </>
      ) : (
        <p role="status" className="sr-only">
          {words.common.loading}
        </p>
      )}
    </main>
  );
}
