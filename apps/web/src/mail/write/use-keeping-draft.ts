import { useEffect, useRef, useState } from 'react';
import type { DraftInput } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';

/** So long after the last letter it is kept. */
const PAUSE_MS = 1_000;

/**
 * Keeps what somebody writes as often as they pause, one save after the other, and once more when the form goes.
 * @returns `keep` ends when all of it is at the server.
 */
export function useKeepingDraft(draft: DraftInput, keptBefore: boolean) {
  const { client } = trpc.useUtils();
  const onError = useProblemToast();
  const [state, setState] = useState<'untouched' | 'keeping' | 'kept'>(keptBefore ? 'kept' : 'untouched');
  const kept = useRef(draft);
  const latest = useRef({ draft, onError });
  const line = useRef<Promise<void>>(Promise.resolve());
  const over = useRef(false);
  useEffect(() => {
    latest.current = { draft, onError };
  });

  function keep(always = false): Promise<void> {
    const saved = line.current
      .catch(() => undefined)
      .then(async () => {
        const now = latest.current.draft;
        if (now === kept.current && !always) return;
        setState('keeping');
        await client.outgoing.save.mutate(now);
        kept.current = now;
        setState('kept');
      });
    line.current = saved;
    return saved;
  }

  const keeping = useRef(keep);
  useEffect(() => {
    keeping.current = keep;
  });
  useEffect(() => {
    if (draft === kept.current) return;
    const timer = setTimeout(() => keeping.current().catch(latest.current.onError), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(
    () => () => {
      if (!over.current) keeping.current().catch(latest.current.onError);
    },
    [],
  );
  return {
    state,
    keep,
    /** It has gone, or is thrown away: nothing is kept any more. */
    end: () => {
      over.current = true;
    },
  };
}
