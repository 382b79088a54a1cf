import { useEffect, useState } from 'react';
import { useApi } from '../api/client-context.ts';

/** Whole seconds until an instant of the server's, counted down; never below zero. */
export function useRemaining(until: Date): number {
  const { clock } = useApi();
  const left = () => Math.max(0, Math.ceil((until.getTime() - clock.now().getTime()) / 1_000));
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((before) => before + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return left();
}
