import { openPool } from '@atelier/database/database';
import { type ChangeHub, openChangeHub } from '@atelier/database/feed/change-hub';
import { type Listener, openListener } from '@atelier/database/feed/listener';
import { warmUp } from '@atelier/database/warm-up';
import { PROVIDER_KINDS } from '@atelier/providers/kinds';
import type { Guard } from '@atelier/usecases/abuse/guard';
import type { Limiter } from '@atelier/usecases/abuse/limiter';
import { openSlotBoards, type SlotBoards } from '@atelier/usecases/booking/live/slot-boards';
import type { Context } from '@atelier/usecases/context';
import { type HintGate, openHintGate } from '@atelier/usecases/hints/hint-gate';
import { openChannelBook } from '@atelier/usecases/hints/known-channel';
import { openSaidBefore, type SaidBefore } from '@atelier/usecases/hints/said-before';
import type { ImageMaker } from '@atelier/usecases/image/image-maker';
import type { PushService } from '@atelier/usecases/notify/push-service';
import { createGuard } from './abuse/guard.ts';
import { createLimiter } from './abuse/limiter.ts';
import type { Config } from './config/config.ts';
import type { Logger } from './config/logger.ts';
import { createImageMaker } from './image-maker.ts';
import { openHttp } from './push/open-http.ts';
import { createWebPush } from './push/web-push.ts';
import { type Given, openServices, type Services } from './services.ts';

/** What a process has that also listens: the server and the worker. */
export interface LiveServices extends Services {
  readonly listener: Listener;
  readonly hub: ChangeHub;
  /** Free times as everybody watches them. */
  readonly boards: SlotBoards;
  /** What providers tell of changes goes through it. */
  readonly gate: HintGate;
  readonly said: SaidBefore;
  /** Null where limits are off. */
  readonly guard: Guard | null;
  readonly limiter: Limiter | null;
  readonly images: ImageMaker;
  readonly push: PushService;
}

const COUNTING_CONNECTIONS = 3;

export async function openLiveServices(config: Config, name: string, given?: Given): Promise<LiveServices> {
  await using stack = new AsyncDisposableStack();
  const services = stack.use(await openServices(config, name, given));
  const { context, logger } = services;
  const { database } = context;
  await Promise.all([warmUp(database), loadAhead(context)]);
  const listener = stack.use(await openListener(database.directUrl));
  const hub = stack.use(await openChangeHub(database, listener, context.newId()));
  const guard = config.rateLimits ? createGuard(config.secrets[0], context.clock) : null;
  const limiter = guard && createLimiter(counters(stack, database.url), guard);
  const push = createWebPush(stack.adopt(openHttp(config.allowPrivateHosts), (http) => http.close()));
  const boards = stack.use(openSlotBoards({ ...context, hub, report: reportBoards(logger) }));
  const gate = openHintGate({
    book: openChannelBook(context),
    monotonicMs: () => performance.now(),
    report: (error) => logger.error({ err: error }, 'a hint was lost; the next run by the clock finds it'),
  });
  stack.defer(() => gate.close());
  const owned = stack.move();
  return {
    ...services,
    listener,
    hub,
    boards,
    gate,
    said: openSaidBefore(() => performance.now()),
    guard,
    limiter,
    images: createImageMaker(),
    push,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** What a terminal loads when it needs it, nobody's first request is to wait for. */
async function loadAhead({ gateways }: Context): Promise<void> {
  await Promise.all([
    ...PROVIDER_KINDS.map((kind) => gateways.of(kind)),
    import('@atelier/sync/run/engine'),
    import('@atelier/sync/mailbox/mail-engine'),
  ]);
}

function reportBoards(logger: Logger) {
  return (error: unknown) =>
    logger.error({ err: error }, 'free times could not be computed; tried again in a second');
}

/** Few connections, for counting and nothing else. */
function counters(stack: AsyncDisposableStack, url: string) {
  return stack.adopt(openPool(url, COUNTING_CONNECTIONS), (pool) => pool.end());
}
