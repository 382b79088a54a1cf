import { useEffect, useState } from 'react';

/** The time, again every `stepMs`, for what depends on it: ages, running events, the day that changes. */
export function useNow(stepMs: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), stepMs);
    return () => clearInterval(timer);
  }, [stepMs]);
  return now;
}
