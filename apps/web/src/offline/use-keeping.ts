import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LiveFeed } from '../live/live-feed.ts';
import type { AgendaKeeper } from './kept/keep-agenda.ts';
import type { Offline } from './offline.ts';

interface Keeping {
  readonly offline: Offline | null;
  readonly keeper: AgendaKeeper | null;
  readonly feed: LiveFeed;
}

/** While the line is live, what is kept follows it; when it is back, whatever was shown as it was is asked again. */
export function useKeeping({ offline, keeper, feed }: Keeping): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!offline || !keeper) return;
    return follow({ offline, keeper, feed, queries });
  }, [offline, keeper, feed, queries]);
}

function follow({
  offline,
  keeper,
  feed,
  queries,
}: {
  readonly offline: Offline;
  readonly keeper: AgendaKeeper;
  readonly feed: LiveFeed;
  readonly queries: QueryClient;
}): () => void {
  const stop = new AbortController();
  const isLive = () => feed.state() === 'live';
  const mark = () => void offline.kept.markLive(new Date());
  let live = false;
  const look = () => {
    if (isLive() === live) return;
    live = isLive();
    mark();
    if (!live) return keeper.cut();
    keeper.connected();
    void offline.edits.flush().finally(() => offline.catchUp(queries));
  };
  const leave = feed.subscribe(look);
  // A telephone that puts the page away says so, and need not say more.
  document.addEventListener('visibilitychange', () => live && mark(), { signal: stop.signal });
  window.addEventListener('pagehide', () => live && mark(), { signal: stop.signal });
  look();
  return () => {
    leave();
    stop.abort();
    keeper.close();
  };
}
