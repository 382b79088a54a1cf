import { useEffect } from 'react';

/** Shown inside a page of somebody else. */
export const isEmbedded = (search: string): boolean => new URLSearchParams(search).get('embed') === '1';

/** Tells the page around how tall this one is, whenever it changes: it makes its frame as tall. */
export function useTellHeight(embedded: boolean): void {
  useEffect(() => {
    if (!embedded || window.parent === window) return;
    const root = document.getElementById('root');
    if (!root) return;
    const tell = () =>
      window.parent.postMessage({ type: 'atelier:height', height: Math.ceil(root.offsetHeight) }, '*');
    const observer = new ResizeObserver(tell);
    observer.observe(root);
    tell();
    return () => observer.disconnect();
  }, [embedded]);
}

/**
 * Brings something into sight. A frame as tall as its content has no window of its own: the page around it is asked to
 * scroll, once the frame has its new height.
 */
export function bringIntoView(element: Element): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      element.scrollIntoView({ block: 'nearest' });
      if (window.parent === window) return;
      const { top, bottom } = element.getBoundingClientRect();
      const message = { type: 'atelier:show', top: top + window.scrollY, bottom: bottom + window.scrollY };
      window.parent.postMessage(message, '*');
    }),
  );
}
