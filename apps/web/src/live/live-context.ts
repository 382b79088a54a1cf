import { createContext, useContext, useSyncExternalStore } from 'react';
import type { LiveFeed } from './live-feed.ts';
import type { LiveState } from './live-state.ts';

export const LiveContext = createContext<LiveFeed | null>(null);

const NEVER = () => () => {};

/** Whether the app is being told of changes right now. */
export function useLiveState(): LiveState {
  const feed = useContext(LiveContext);
  return useSyncExternalStore(feed?.subscribe ?? NEVER, feed?.state ?? (() => 'connecting' as const));
}
