import { useSyncExternalStore } from 'react';

const MOVED = 'atelier:moved';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(MOVED, listener);
  };
}

export const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname);
export const useSearch = (): string => useSyncExternalStore(subscribe, () => location.search);

/** Goes to an address of these pages; `replace` where Back should not stop. */
export function go(address: string, { replace = false } = {}): void {
  if (replace) history.replaceState(history.state, '', address);
  else history.pushState({ inside: true }, '', address);
  window.dispatchEvent(new Event(MOVED));
}

/** Back, as the browser does it; who has come by a link has nothing of ours behind them and goes to `instead`. */
export function goBack(instead: string): void {
  const state: unknown = history.state;
  if (typeof state === 'object' && state !== null && 'inside' in state) history.back();
  else go(instead, { replace: true });
}
