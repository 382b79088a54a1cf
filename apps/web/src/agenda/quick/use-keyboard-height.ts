import { useSyncExternalStore } from 'react';

/**
 * How much of the page the keyboard of a phone covers, CSS pixels. It lies over the page and moves nothing of it: what
 * stands at the lower edge would be behind it.
 */
export function useKeyboardHeight(): number {
  return useSyncExternalStore(
    (listener) => {
      const view = window.visualViewport;
      view?.addEventListener('resize', listener);
      view?.addEventListener('scroll', listener);
      return () => {
        view?.removeEventListener('resize', listener);
        view?.removeEventListener('scroll', listener);
      };
    },
    () => covered(window.visualViewport, window.innerHeight),
  );
}

/** Zoomed in by two fingers, a page shows less of itself as well. */
function covered(view: VisualViewport | null, height: number): number {
  if (view === null || view.scale > 1) return 0;
  return Math.max(0, Math.round(height - view.height - view.offsetTop));
}
