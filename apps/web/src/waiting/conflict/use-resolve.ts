import { toast } from 'sonner';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';

/** Settles a conflict, or settles it anew; `onDone` once the server has taken it. */
export function useResolve(onDone: () => void) {
  const { words } = useReader();
  const queries = trpc.useUtils();
  return trpc.conflicts.resolve.useMutation({
    onSuccess: () => {
      toast.success(words.conflict.done);
      onDone();
    },
    onSettled: () => Promise.all([queries.conflicts.invalidate(), queries.waiting.list.invalidate()]),
  });
}
