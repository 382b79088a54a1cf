import type { NewsGatewayOptions } from '@atelier/providers/news/news-gateway';
import type { NewsGateway } from '@atelier/providers/port/news';
import type { NewsServices } from '@atelier/sync/news/news-services';
import type { News } from '@atelier/usecases/context';
import { loadedOnce } from '../loaded-once.ts';
import { createNewsReader } from './news-reader.ts';

type Given = Omit<NewsServices, 'news' | 'newsReader'>;

/** What fetches and reads feeds of news; loaded when the first one is asked. */
export function openNews(services: Given, options: NewsGatewayOptions): News & AsyncDisposable {
  const newsReader = createNewsReader();
  let opened: (NewsGateway & AsyncDisposable) | null = null;
  const news: NewsGateway = loadedOnce(async () => {
    const { createNewsGateway } = await import('@atelier/providers/news/news-gateway');
    opened = createNewsGateway(options);
    return opened;
  });
  const engine: News['engine'] = loadedOnce(async () => {
    const { createNewsEngine } = await import('@atelier/sync/news/news-engine');
    return createNewsEngine({ ...services, news, newsReader });
  });
  return {
    news,
    newsReader,
    engine,
    async [Symbol.asyncDispose]() {
      await Promise.all([newsReader.close(), opened?.[Symbol.asyncDispose]()]);
    },
  };
}
