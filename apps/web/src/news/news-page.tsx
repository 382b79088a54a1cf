import { useReader } from '../language/studio-reader.ts';
import { Page } from '../shell/page.tsx';
import { Lists } from './lists.tsx';
import { NewsList } from './news-list.tsx';
import { AddSource } from './sources/add-source.tsx';
import { Sources } from './sources/sources.tsx';

/** What the chosen sites publish, and which they are. */
export function NewsPage() {
  const { words } = useReader();
  return (
    <Page title={words.news.title} lead={words.news.lead}>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <NewsList />
        <div className="space-y-5">
          <AddSource />
          <Sources />
          <Lists />
        </div>
      </div>
    </Page>
  );
}
