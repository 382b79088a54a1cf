import type { OfferedService } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import { useQuestion } from '../api/use-question.ts';
import type { BookingState } from './use-booking-state.ts';

/** Whether sending confirms: never while a calendar of the artist cannot be asked, or while that is not known (B8). */
export function useAtOnce({ wanted, choices, hold }: BookingState, service: OfferedService): boolean {
  const { client } = useApi();
  const start = service.confirmsAtOnce ? choices.time : null;
  const { answer } = useQuestion(`${wanted?.artist} ${wanted?.serviceId} ${start?.getTime()}`, async () => {
    if (!wanted || !start) return false;
    const given = hold.token ? { hold: hold.token } : {};
    return (await client.booking.check.query({ ...wanted, start, ...given })).verified;
  });
  return answer ?? false;
}
