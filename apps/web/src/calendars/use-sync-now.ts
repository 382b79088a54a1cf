import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { problemOf } from '../api/problem.ts';
import { trpc } from '../api/trpc.ts';

/** Says on the screen why something was not done. */
export function useProblemToast(): (error: unknown) => void {
  const { t, i18n } = useTranslation();
  return (error) => {
    const { message, hint } = problemOf(error, t, i18n.language);
    toast.error(message, hint ? { description: hint } : {});
  };
}

/** Asks for a sync; `announce` is said once the server has taken the request. The rest comes by the live stream. */
export function useSyncNow(announce: string) {
  const onError = useProblemToast();
  return trpc.calendars.syncNow.useMutation({ onError, onSuccess: () => void toast.success(announce) });
}
