import { Link2Off } from 'lucide-react';
import { useEffect } from 'react';
import { codeOf } from '../../api/api-error.ts';
import { buttonClass } from '../../ui/controls/button.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { useApi } from '../api/client-context.ts';
import { useLive } from '../api/use-live.ts';
import { useQuestion } from '../api/use-question.ts';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { useReader } from '../language/reader.ts';
import { linkTo } from '../url/link-to.ts';
import { useSearch } from '../url/location.ts';
import { ArtistAnswer } from './artist-answer.tsx';
import { ClientManage } from './client-manage.tsx';

/** One booking, for whoever holds a link to it. To look changes nothing. */
export function ManagePage({ token }: { readonly token: string }) {
  const { client } = useApi();
  const { words } = useReader();
  const search = useSearch();
  const { answer, error, ask, set } = useQuestion(token, () => client.manage.see.query({ token }));
  useAskOnReturn(ask);
  useLive(token, (options) => client.manage.watch.subscribe({ token }, options), set);
  if (error && codeOf(error) === 'NOT_FOUND')
    return (
      <EmptyState
        whole
        icon={Link2Off}
        title={words.manage.lost}
        hint={words.manage.lostHint}
        action={
          <a href={linkTo('/book', search)} className={buttonClass('plain', 'large')}>
            {words.problem.toBooking}
          </a>
        }
      />
    );
  if (!answer) return error ? <ProblemPanel error={error} onRetry={ask} /> : <PageSkeleton />;
  const given = { token, booking: answer, onChanged: set, onStale: ask };
  return answer.party === 'artist' ? <ArtistAnswer {...given} /> : <ClientManage {...given} />;
}

/** What the other side has done meanwhile is there when somebody comes back to the page. */
export function useAskOnReturn(ask: () => void): void {
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && ask();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [ask]);
}

export function PageSkeleton() {
  return (
    <div className="mx-auto max-w-2xl">
      <Skeleton className="mb-3 h-6 w-40 rounded-full" />
      <Skeleton className="mb-3 h-9 w-80 max-w-full" />
      <Skeleton className="mb-6 h-5 w-full" />
      <Skeleton className="h-64 w-full rounded-2xl" />
    </div>
  );
}
