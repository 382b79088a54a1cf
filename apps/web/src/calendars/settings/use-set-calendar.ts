import { toast } from 'sonner';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../use-sync-now.ts';

/** Stores how a calendar looks and how it is kept in step; the list shows it at once. */
export function useSetCalendar(said: string) {
  const queries = trpc.useUtils();
  return trpc.calendars.set.useMutation({
    onError: useProblemToast(),
    onSuccess: (changed) => {
      queries.calendars.list.setData(undefined, (list) =>
        list?.map((other) => (other.id === changed.id ? changed : other)),
      );
      toast.success(said);
    },
  });
}
