import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Gesture, type Held, IDLE, type Wish } from './gesture.ts';
import { followPointer } from './pointer-follower.ts';

interface Gestures {
  readonly root: RefObject<HTMLElement | null>;
  readonly held: (id: string) => Held | null;
  readonly onWish: (wish: Wish) => void;
}

/** The gesture that is under way over `root`. */
export function useGestures({ root, held, onWish }: Gestures): Gesture {
  const [gesture, setGesture] = useState<Gesture>(IDLE);
  const latest = useRef({ held, onWish });
  useEffect(() => {
    latest.current = { held, onWish };
  });
  useEffect(() => {
    if (!root.current) return;
    return followPointer(root.current, {
      held: (id) => latest.current.held(id),
      onWish: (wish) => latest.current.onWish(wish),
      onGesture: setGesture,
    });
  }, [root]);
  return gesture;
}
