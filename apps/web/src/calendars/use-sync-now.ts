import { toast } from 'sonner';
import { problemOf } from '../api/problem.ts';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';

/** Says on the screen why something was not done. */
export function useProblemToast(): (error: unknown) => void {
  const { words, language } = useReader();
  return (error) => {
    const { message, hint } = problemOf(error, words, language);
    toast.error(message, hint ? { description: hint } : {});
  };
}

/** Asks for a sync; `announce` is said once the server has taken the request. The rest comes by the live stream. */
export function useSyncNow(announce: string) {
  const onError = useProblemToast();
  return trpc.calendars.syncNow.useMutation({ onError, onSuccess: () => void toast.success(announce) });
}
