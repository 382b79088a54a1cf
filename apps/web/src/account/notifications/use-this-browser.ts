import { useCallback, useEffect, useState } from 'react';
import { type PushStanding, pushStanding } from './this-browser.ts';

/** Whether this browser can tell of anything, and does; null until it is known. */
export function useThisBrowser() {
  const [standing, setStanding] = useState<PushStanding | null>(null);
  const look = useCallback(
    () => pushStanding().then(setStanding, () => setStanding({ state: 'unable' })),
    [],
  );
  useEffect(() => {
    void look();
  }, [look]);
  return { standing, look };
}
