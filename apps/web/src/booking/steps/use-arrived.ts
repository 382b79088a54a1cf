import { useState } from 'react';

/** Whether somebody has come to this from another step, rather than by opening the page. */
export function useArrived(step: string): boolean {
  const [first] = useState(step);
  const [arrived, setArrived] = useState(false);
  if (step !== first && !arrived) setArrived(true);
  return arrived;
}
