import { useRef, useState } from 'react';
import { kindOf } from '../../api/api-error.ts';

export interface Change {
  readonly pending: boolean;
  readonly error: unknown;
  /** Runs one change at a time; `false` when it was refused or did not arrive. */
  readonly run: (what: () => Promise<void>) => Promise<boolean>;
}

/** A change of something that others may change too: after a conflict it is looked at again. */
export function useChange(onStale: () => void): Change {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const running = useRef(false);
  return {
    pending,
    error,
    async run(what) {
      if (running.current) return false;
      running.current = true;
      setPending(true);
      setError(null);
      try {
        await what();
        return true;
      } catch (problem) {
        setError(problem);
        if (kindOf(problem) === 'conflict') onStale();
        return false;
      } finally {
        running.current = false;
        setPending(false);
      }
    },
  };
}
