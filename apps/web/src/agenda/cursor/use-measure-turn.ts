import { type RefObject, useEffect, useState } from 'react';

/** Counts up whenever something in `root` may lie elsewhere: it was painted anew, scrolled, or made larger. */
export function useMeasureTurn(root: RefObject<HTMLElement | null>, painted: string): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const element = root.current;
    const grid = element?.querySelector(painted);
    if (!element || !grid) return;
    let frame = 0;
    const again = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        setTurn((before) => before + 1);
      });
    };
    const mutations = new MutationObserver(again);
    mutations.observe(grid, { childList: true, subtree: true, attributes: true, attributeFilter: ['style'] });
    const sizes = new ResizeObserver(again);
    sizes.observe(grid);
    element.addEventListener('scroll', again, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      mutations.disconnect();
      sizes.disconnect();
      element.removeEventListener('scroll', again, { capture: true });
    };
  }, [root, painted]);
  return turn;
}
