import { useInfiniteQuery } from '@tanstack/react-query';
import { CheckCheck, Newspaper } from 'lucide-react';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';
import { Card } from '../ui/display/card.tsx';
import { EmptyState } from '../ui/display/empty-state.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { NewsLine } from './news-line.tsx';
import { useReading } from './use-reading.ts';

const AT_ONCE = 30;

export function NewsList() {
  const { words } = useReader();
  const { items, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useNews();
  const read = useReading();
  const sources = trpc.news.sources.useQuery();
  if (error && !items) return <ProblemNotice error={error} />;
  if (!items) return <Skeleton className="h-96 rounded-2xl" />;
  const none = sources.data?.every(({ hidden }) => hidden) ?? false;
  if (items.length === 0)
    return (
      <Card>
        <EmptyState
          icon={Newspaper}
          title={none ? words.news.noSources : words.news.nothing}
          hint={none ? words.news.noSourcesHint : words.news.nothingHint}
        />
      </Card>
    );
  return (
    <Card aria-label={words.news.all} className="p-2">
      {items.some(({ unread }) => unread) && (
        <div className="flex justify-end px-2 py-1">
          <Button size="small" look="quiet" onClick={() => read(null)}>
            <CheckCheck aria-hidden className="size-4" />
            {words.news.readAll}
          </Button>
        </div>
      )}
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <NewsLine item={item} onRead={read} long />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <div className="flex justify-center p-3">
          <Button pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.news.more}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** Part by part; what is new is told by the feed, as of any other answer. */
function useNews() {
  const { client } = trpc.useUtils();
  const asked = { feedId: null, limit: AT_ONCE };
  const parts = useInfiniteQuery({
    // As the other answers are kept, so that the feed finds it.
    queryKey: [['news', 'list'], { input: asked, type: 'infinite' }],
    queryFn: ({ pageParam: before }) => client.news.list.query({ ...asked, before }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  return { ...parts, items: parts.data?.pages.flatMap(({ items }) => items) };
}
