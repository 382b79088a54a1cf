import type { WatchedSlots } from '@atelier/usecases/booking/live/slot-boards';
import type { SlotNews } from '@atelier/usecases/booking/live/slot-days';
import { refusedFor } from '@atelier/usecases/outcome';
import { type ApiContext, unwrap } from './trpc.ts';

const NEVER = new AbortController().signal;

/** Free times, live, as long as there is room on this connection and the other side listens. */
export async function* streamSlots(
  { services, allowance }: ApiContext,
  asked: WatchedSlots,
  signal: AbortSignal = NEVER,
): AsyncGenerator<SlotNews, void, undefined> {
  const leave = allowance === null ? () => {} : allowance.take();
  if (leave === null) unwrap(TOO_MANY);
  try {
    for await (const news of services.boards.watch(asked, signal)) yield unwrap(news);
  } finally {
    leave?.();
  }
}

const TOO_MANY = refusedFor('too-many', 'pages-many');
