import type { Document, ReadDocument } from '@atelier/news/find/read-document';
import type { ReadOpml } from '@atelier/news/opml/read-opml';
import type { NewsReader } from '@atelier/sync/news/news-services';
import { createBoundedThread, THREAD_LIMITS, type ThreadLimits } from '../thread/bounded-thread.ts';

export type Asked =
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'opml'; readonly bytes: Uint8Array };

export interface ThreadedNewsReader extends NewsReader {
  close(): Promise<void>;
}

/** Reads feeds, pages and lists of feeds in a thread of their own, one at a time, with bounds on time and memory (N1). */
export function createNewsReader(limits: ThreadLimits = THREAD_LIMITS): ThreadedNewsReader {
  const { ask, close } = createBoundedThread(new URL('./news-worker.ts', import.meta.url), limits);
  return {
    document: (document) =>
      ask({ kind: 'document', document } satisfies Asked) as Promise<ReadDocument | null>,
    opml: (bytes) => ask({ kind: 'opml', bytes } satisfies Asked) as Promise<ReadOpml | null>,
    close,
  };
}
