import { useEffect, useRef, useState } from 'react';
import type { Held } from '../gesture/gesture.ts';
import { nudgedSpan, STEP, sameSpan, stretchedSpan, type WallSpan } from '../gesture/wall-span.ts';

export interface Carried {
  readonly event: Held;
  readonly span: WallSpan;
}

interface CarryInput {
  readonly onSpan: (carried: Carried) => void;
  readonly onPut: (carried: Carried) => void;
}

export interface Carry {
  readonly carried: Carried | null;
  readonly press: (event: Held, key: string) => void;
  /** @returns what was let go, if anything was carried */
  readonly drop: () => Carried | null;
}

/** An event that the keyboard moves: it is put down when Alt is let go, however often an arrow was pressed before. */
export function useCarry({ onSpan, onPut }: CarryInput): Carry {
  const [carried, setCarried] = useState<Carried | null>(null);
  const latest = useRef({ carried, onPut });
  useEffect(() => {
    latest.current = { carried, onPut };
  });
  const active = carried !== null;
  useEffect(() => {
    if (!active) return;
    const put = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Alt') return;
      event.preventDefault();
      const { carried: held, onPut: give } = latest.current;
      setCarried(null);
      if (held && !sameSpan(held.span, held.event.span)) give(held);
    };
    window.addEventListener('keyup', put);
    window.addEventListener('blur', put);
    return () => {
      window.removeEventListener('keyup', put);
      window.removeEventListener('blur', put);
    };
  }, [active]);
  return {
    carried,
    press(event, key) {
      const span = carriedTo(carried?.event.id === event.id ? carried.span : event.span, key);
      setCarried({ event, span });
      onSpan({ event, span });
    },
    drop() {
      setCarried(null);
      return carried;
    },
  };
}

/** @param key as the table of keys names it */
function carriedTo(span: WallSpan, key: string): WallSpan {
  switch (key) {
    case 'Alt+ArrowUp':
      return nudgedSpan(span, { minutes: -STEP });
    case 'Alt+ArrowDown':
      return nudgedSpan(span, { minutes: STEP });
    case 'Alt+ArrowLeft':
      return nudgedSpan(span, { days: -1 });
    case 'Alt+ArrowRight':
      return nudgedSpan(span, { days: 1 });
    case 'Alt+Shift+ArrowUp':
      return stretchedSpan(span, -1);
    case 'Alt+Shift+ArrowDown':
      return stretchedSpan(span, 1);
    default:
      return span;
  }
}
