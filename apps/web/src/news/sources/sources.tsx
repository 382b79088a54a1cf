import { CircleCheck, RefreshCw, TriangleAlert } from 'lucide-react';
import { toast } from 'sonner';
import type { NewsSource } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Panel } from '../../studio/panel.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { SourceRow } from './source-row.tsx';

/** Which sites are looked at, and how that goes. */
export function Sources() {
  const { words } = useReader();
  const onError = useProblemToast();
  const sources = trpc.news.sources.useQuery();
  const ask = trpc.news.ask.useMutation({ onError, onSuccess: () => void toast.success(words.news.looking) });
  if (sources.error && !sources.data) return <ProblemNotice error={sources.error} />;
  if (!sources.data) return <Skeleton className="h-40 rounded-2xl" />;
  if (sources.data.length === 0) return null;
  return (
    <Panel
      title={words.news.sources}
      lead={words.news.sourcesLead}
      action={
        <IconButton
          icon={RefreshCw}
          label={words.news.lookNow}
          spinning={ask.isPending}
          onClick={() => ask.mutate()}
        />
      }
    >
      <Health sources={sources.data.filter(({ hidden }) => !hidden)} />
      <ul className="-mx-2 mt-3">
        {sources.data.map((source) => (
          <SourceRow key={source.id} source={source} />
        ))}
      </ul>
    </Panel>
  );
}

/** In one line, once each has been looked at. */
function Health({ sources }: { readonly sources: readonly NewsSource[] }) {
  const { words } = useReader();
  const troubled = sources.filter(({ failure, state }) => failure !== null || state === 'GONE').length;
  if (
    sources.length === 0 ||
    (troubled === 0 && sources.some(({ lastCompleteAt }) => lastCompleteAt === null))
  )
    return null;
  const Icon = troubled > 0 ? TriangleAlert : CircleCheck;
  return (
    <p role="status" className="flex items-center gap-2 font-medium">
      <Icon aria-hidden className={troubled > 0 ? 'size-4.5 text-warn' : 'size-4.5 text-good'} />
      {troubled > 0 ? words.news.trouble({ count: troubled }) : words.news.well({ count: sources.length })}
    </p>
  );
}
