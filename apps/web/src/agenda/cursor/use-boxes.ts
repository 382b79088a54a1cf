import { useEffect, useState } from 'react';
import type { Box } from '../gesture/measure.ts';

/** Boxes as they are once everything has been painted. @param turn counts up when something may lie elsewhere */
export function useBoxes(measure: () => readonly Box[], turn: number): readonly Box[] {
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setBoxes(measure()));
    return () => cancelAnimationFrame(frame);
  }, [measure, turn]);
  return boxes;
}
