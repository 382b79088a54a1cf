import type { OfferedService } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import { useQuestion } from '../api/use-question.ts';
import type { BookingState } from '../steps/use-booking-state.ts';

/**
 * What sending does: `unknown` until the calendars have been asked, and nothing is said of it before (I4); `silent` where
 * one of them cannot be asked, so that what would be confirmed at once is a request (B8).
 */
export type SendingMeans = 'unknown' | 'confirms' | 'requests' | 'silent';

export function useSendingMeans(
  { wanted, choices, hold }: BookingState,
  service: OfferedService,
): SendingMeans {
  const { client } = useApi();
  const start = service.confirmsAtOnce ? choices.time : null;
  const { answer, error } = useQuestion<SendingMeans>(
    `${wanted?.artist} ${wanted?.serviceId} ${start?.getTime()}`,
    async () => {
      if (!wanted || !start) return 'requests';
      const given = hold.token ? { hold: hold.token } : {};
      const { verified } = await client.booking.check.query({ ...wanted, start, ...given });
      return verified ? 'confirms' : 'silent';
    },
  );
  if (!service.confirmsAtOnce) return 'requests';
  return answer ?? (error ? 'silent' : 'unknown');
}
