import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';

/** For whatever changes a group: the list is asked for again, and a refusal is said. */
export function useChangedGroups() {
  const queries = trpc.useUtils();
  return { onError: useProblemToast(), onSuccess: () => void queries.groups.list.invalidate() };
}
