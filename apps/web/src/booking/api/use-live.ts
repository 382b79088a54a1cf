import type { Unsubscribable } from '@trpc/server/observable';
import { useEffect, useEffectEvent } from 'react';

/** Follows what a link shows for as long as it is looked at. What the server refuses here it has refused before, in words. */
export function useLive<View>(
  key: string,
  subscribe: (options: { onData: (view: View) => void; onError: () => void }) => Unsubscribable,
  onView: (view: View) => void,
): void {
  const hear = useEffectEvent(onView);
  const begin = useEffectEvent(() => subscribe({ onData: (view) => hear(view), onError: () => undefined }));
  useEffect(() => {
    const subscription = begin();
    return () => subscription.unsubscribe();
  }, [key]);
}
