import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../use-sync-now.ts';

/** Shares a calendar, or no longer; the list shows it at once. */
export function useShare() {
  const queries = trpc.useUtils();
  return trpc.calendars.share.useMutation({
    onError: useProblemToast(),
    onSuccess: (shares, { calendarId }) => queries.calendars.shares.setData({ calendarId }, shares),
  });
}
