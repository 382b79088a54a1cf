import { useRef, useState } from 'react';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useMe } from '../../shell/use-me.ts';
import { widgetsFor } from '../widgets/registry.ts';
import { type Arrangement, arranged } from './arrangement.ts';

const AS_IT_COMES: Arrangement = { order: [], hidden: [] };

/** How this person's dashboard is arranged. Kept with them, on every device; a change shows at once. */
export function useArrangement() {
  const me = useMe();
  const { data, error } = trpc.dashboard.arrangement.useQuery();
  const { arrangement: known } = trpc.useUtils().dashboard;
  const onProblem = useProblemToast();
  // The next key is pressed before the server has answered the last one.
  const [wanted, setWanted] = useState<Arrangement | null>(null);
  const latest = useRef<Arrangement>(null);
  // One after the other: what was done last is what stays.
  const arrange = trpc.dashboard.arrange.useMutation({ scope: { id: 'dashboard.arrange' } });
  const save = (next: Arrangement) => {
    latest.current = next;
    setWanted(next);
    const isLatest = () => latest.current === next;
    const keep = async (kept: NonNullable<typeof data>) => {
      // What was asked before this was kept would bring back how it stood before.
      await known.cancel();
      if (!isLatest()) return;
      known.setData(undefined, kept);
      setWanted(null);
    };
    arrange.mutate(
      { order: [...next.order], hidden: [...next.hidden] },
      {
        onSuccess: (kept) => void keep(kept),
        onError(problem) {
          onProblem(problem);
          if (isLatest()) setWanted(null);
        },
      },
    );
  };
  return {
    ...arranged(widgetsFor(me), wanted ?? data ?? AS_IT_COMES),
    /** The page would jump when it comes. */
    loading: !data && error === null,
    save,
  };
}
