import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { NewsLine } from '../../news/news-line.tsx';
import { useReading } from '../../news/use-reading.ts';
import { useMe } from '../../shell/use-me.ts';
import { Card } from '../../ui/display/card.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { WidgetFoot } from './widget-foot.tsx';

const SHOWN = 5;

/** Five calm lines of what the chosen sites publish (N2). */
export function NewsCard() {
  const { words } = useReader();
  const news = trpc.news.list.useQuery({ feedId: null, before: null, limit: SHOWN });
  const read = useReading();
  const items = news.data?.items;
  return (
    <Card aria-labelledby="news-title" className="overflow-hidden">
      <header className="flex items-center justify-between gap-3 px-5 pt-5 pb-2">
        <h2 id="news-title" className="text-base font-semibold">
          {words.dashboard.widgets.news}
        </h2>
        {items && items.length > 0 && (
          <Link
            to="/news"
            className="inline-flex items-center gap-1 rounded text-[13px] font-medium text-accent hover:underline"
          >
            {words.news.all}
            <ArrowRight aria-hidden className="size-4" />
          </Link>
        )}
      </header>
      {!items && news.error === null && <Skeleton className="mx-5 mb-5 h-40" />}
      {items?.length === 0 && <NoNews />}
      {items && items.length > 0 && (
        <ul className="px-2 pb-2">
          {items.map((item) => (
            <li key={item.id}>
              <NewsLine item={item} onRead={read} />
            </li>
          ))}
        </ul>
      )}
      <Trouble />
      <WidgetFoot asked={news} />
    </Card>
  );
}

function NoNews() {
  const { words } = useReader();
  const sources = trpc.news.sources.useQuery();
  if (!sources.data) return null;
  const some = sources.data.some(({ hidden }) => !hidden);
  return (
    <div className="px-5 pb-5 text-soft">
      <p>{some ? words.news.nothingHint : words.news.noSourcesHint}</p>
      <Link
        to="/news"
        className="mt-2 inline-flex items-center gap-1 rounded font-medium text-accent hover:underline"
      >
        {some ? words.news.sources : words.news.choose}
        <ArrowRight aria-hidden className="size-4" />
      </Link>
    </div>
  );
}

/** For admins, who can do something about it. */
function Trouble() {
  const { words } = useReader();
  const admin = useMe().role === 'ADMIN';
  const sources = trpc.news.sources.useQuery(undefined, { enabled: admin });
  const count = sources.data?.filter(({ failure, hidden }) => failure && !hidden).length ?? 0;
  if (count === 0) return null;
  return (
    <p className="border-t border-line px-5 py-2 text-xs text-soft">
      <Link to="/news" className="hover:underline">
        {words.news.trouble({ count })}
      </Link>
    </p>
  );
}
