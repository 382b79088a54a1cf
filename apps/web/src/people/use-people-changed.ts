import { toast } from 'sonner';
import { trpc } from '../api/trpc.ts';

/** What follows when something was done with a person: it is said, the list is read anew, and what asked for it closes. */
export function usePeopleChanged(onDone: () => void): (told: string) => void {
  const queries = trpc.useUtils();
  return (told) => {
    toast.success(told);
    void queries.people.list.invalidate();
    onDone();
  };
}
