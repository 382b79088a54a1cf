import { useQueryClient } from '@tanstack/react-query';
import { getQueryKey } from '@trpc/react-query';
import { toast } from 'sonner';
import type { AnswerInput, BookingAnswer, BookingState, StudioBooking } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { useTold } from './use-told.ts';

const LEADS_TO: Record<BookingAnswer, BookingState> = {
  confirm: 'CONFIRMED',
  decline: 'DECLINED',
  cancel: 'CANCELLED',
  complete: 'COMPLETED',
  'no-show': 'NO_SHOW',
};

/** What a client hears of. */
const TOLD: ReadonlySet<BookingAnswer> = new Set(['confirm', 'decline', 'cancel'] as const);

/**
 * Answers a booking. Every list shows the answer at once, and the old state again when the server refuses: then
 * `onRefused` is told why, and what is really there is fetched.
 */
export function useAnswerBooking(onRefused: (asked: AnswerInput, error: unknown) => void) {
  const { words } = useReader();
  const told = useTold();
  const cache = useQueryClient();
  const queries = trpc.useUtils();
  const lists = { queryKey: getQueryKey(trpc.bookings.list) };
  const write = (bookingId: string, change: (booking: StudioBooking) => StudioBooking) =>
    cache.setQueriesData<readonly StudioBooking[]>(lists, (list) =>
      list?.map((booking) => (booking.id === bookingId ? change(booking) : booking)),
    );
  const { list: waiting } = queries.waiting;
  return trpc.bookings.answer.useMutation({
    async onMutate({ id, action }) {
      await Promise.all([cache.cancelQueries(lists), waiting.cancel()]);
      const before = cache.getQueriesData<readonly StudioBooking[]>(lists);
      const waited = waiting.getData();
      waiting.setData(undefined, (items) => items?.filter((item) => item.id !== id));
      write(id, (booking) => ({ ...booking, state: LEADS_TO[action] }));
      return { before, waited };
    },
    onSuccess(after, { id, action }) {
      write(id, () => after);
      queries.bookings.see.setData({ id }, (known) => known && { ...known, ...after });
      const said = words.bookings.answered[action]({ name: after.client.name });
      toast.success(TOLD.has(action) ? `${said} ${told}` : said);
    },
    onError(error, wanted, asked) {
      for (const [key, list] of asked?.before ?? []) cache.setQueryData(key, list);
      if (asked?.waited) waiting.setData(undefined, asked.waited);
      onRefused(wanted, error);
    },
    onSettled(_, __, { id }) {
      void queries.bookings.see.invalidate({ id });
      return Promise.all([cache.invalidateQueries(lists), waiting.invalidate()]);
    },
  });
}
