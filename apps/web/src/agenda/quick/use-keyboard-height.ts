import { useEffect, useState } from 'react';

/**
 * How much of the page the keyboard of a phone covers, CSS pixels. It lies over the page and moves nothing of it: what
 * stands at the lower edge would be behind it.
 * @param watched whether anything stands there. To ask makes the browser lay the page out, however much of it is new.
 */
export function useKeyboardHeight(watched: boolean): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const view = window.visualViewport;
    if (!watched || view === null) return;
    const read = () => setHeight(covered(view, window.innerHeight));
    read();
    view.addEventListener('resize', read);
    view.addEventListener('scroll', read);
    return () => {
      view.removeEventListener('resize', read);
      view.removeEventListener('scroll', read);
    };
  }, [watched]);
  return height;
}

/** Zoomed in by two fingers, a page shows less of itself as well. */
function covered(view: VisualViewport, height: number): number {
  if (view.scale > 1) return 0;
  return Math.max(0, Math.round(height - view.height - view.offsetTop));
}
