import type { WatchedSlots } from '@atelier/usecases/booking/live/slot-boards';
import type { SlotNews } from '@atelier/usecases/booking/live/slot-days';
import { NEVER } from './never.ts';
import { type ApiContext, unwrap } from './trpc.ts';
import { withinAllowance } from './within-allowance.ts';

/** Free times, live, as long as there is room on this connection and the other side listens. */
export function streamSlots(
  { services, allowance }: ApiContext,
  asked: WatchedSlots,
  signal: AbortSignal = NEVER,
): AsyncGenerator<SlotNews, void, undefined> {
  return withinAllowance(allowance, async function* () {
    for await (const news of services.boards.watch(asked, signal)) yield unwrap(news);
  });
}
