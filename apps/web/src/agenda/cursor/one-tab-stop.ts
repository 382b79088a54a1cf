/** What FullCalendar lets the Tab key stop at; the cursor alone is a stop, and reaches everything. */
const STOPS = '[tabindex="0"]';

/** Keeps everything in the grid out of the way of the Tab key, but for what lies over it: "+2 more" opens a dialog. */
export function keepOneTabStop(grid: Element): () => void {
  const quiet = () => {
    for (const stop of grid.querySelectorAll(STOPS))
      if (!stop.closest('[role="dialog"]')) stop.setAttribute('tabindex', '-1');
  };
  quiet();
  const observer = new MutationObserver(quiet);
  observer.observe(grid, { childList: true, subtree: true, attributes: true, attributeFilter: ['tabindex'] });
  return () => observer.disconnect();
}
