import { Link2Off } from 'lucide-react';
import { codeOf } from '../../api/api-error.ts';
import { buttonClass } from '../../ui/controls/button.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { useApi } from '../api/client-context.ts';
import { useLive } from '../api/use-live.ts';
import { useQuestion } from '../api/use-question.ts';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { useReader } from '../language/reader.ts';
import { PageSkeleton, useAskOnReturn } from '../manage/manage-page.tsx';
import { linkTo } from '../url/link-to.ts';
import { useSearch } from '../url/location.ts';
import { Inquiry } from './inquiry.tsx';

/** What has become of an idea: the answer, times to choose from, and what is booked. */
export function InquiryPage({ token }: { readonly token: string }) {
  const { client } = useApi();
  const { words } = useReader();
  const search = useSearch();
  const { answer, error, ask, set } = useQuestion(token, () => client.inquiry.see.query({ token }));
  useAskOnReturn(ask);
  useLive(token, (options) => client.inquiry.watch.subscribe({ token }, options), set);
  if (error && codeOf(error) === 'NOT_FOUND')
    return (
      <EmptyState
        whole
        icon={Link2Off}
        title={words.idea.status.lost}
        hint={words.idea.status.lostHint}
        action={
          <a href={linkTo('/idea', search)} className={buttonClass('plain', 'large')}>
            {words.idea.title}
          </a>
        }
      />
    );
  if (!answer) return error ? <ProblemPanel error={error} onRetry={ask} /> : <PageSkeleton />;
  return <Inquiry token={token} inquiry={answer} onChanged={set} onStale={ask} />;
}
