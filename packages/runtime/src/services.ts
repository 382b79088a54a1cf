import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { openBookings } from '@atelier/database/booking/open-entries';
import { tellStatus } from '@atelier/database/calendar/calendar-run';
import { openDatabase, openPool } from '@atelier/database/database';
import { type ChangeHub, openChangeHub } from '@atelier/database/feed/change-hub';
import { type Listener, openListener } from '@atelier/database/feed/listener';
import { warmUp } from '@atelier/database/warm-up';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import { createMailGateway } from '@atelier/providers/mail/mail-gateway';
import type { MailReach } from '@atelier/providers/port/mail/mail-account';
import { AT_A_TIME, type EngineServices } from '@atelier/sync/engine-services';
import { createMailEngine } from '@atelier/sync/mailbox/mail-engine';
import type { MailServices } from '@atelier/sync/mailbox/mail-services';
import { createSyncEngine } from '@atelier/sync/run/engine';
import type { Guard } from '@atelier/usecases/abuse/guard';
import type { Limiter } from '@atelier/usecases/abuse/limiter';
import { openSlotBoards, type SlotBoards } from '@atelier/usecases/booking/live/slot-boards';
import { credentialOf } from '@atelier/usecases/connections/sign-in/account-credential';
import type { Context, PasswordHasher } from '@atelier/usecases/context';
import { type HintGate, openHintGate } from '@atelier/usecases/hints/hint-gate';
import type { ImageMaker } from '@atelier/usecases/image/image-maker';
import type { PushService } from '@atelier/usecases/notify/push-service';
import type { FactorKeys } from '@atelier/usecases/people/sign-in/factor-keys';
import { readStudio } from '@atelier/usecases/studio/read-studio';
import type { DestinationStream } from 'pino';
import { createGuard } from './abuse/guard.ts';
import { createLimiter } from './abuse/limiter.ts';
import type { Config } from './config/config.ts';
import { openDatabaseUrl } from './config/database-url.ts';
import { demoHost } from './config/demo-host.ts';
import { givenStudio } from './config/given-studio.ts';
import { createLogger, type Logger } from './config/logger.ts';
import { openGateways } from './gateways.ts';
import { createImageMaker } from './image-maker.ts';
import { createMessageReader } from './mail/message-reader.ts';
import { openHttp } from './push/open-http.ts';
import { createWebPush } from './push/web-push.ts';
import { createSecretBox } from './secret-box.ts';
import { createFactorKeys } from './sign-in/factor-keys.ts';
import { slowPasswords } from './sign-in/passwords.ts';
import { openSignIns } from './sign-ins.ts';
import { throttled } from './throttled.ts';

/** Everything a process needs, built in one place; adapters are constructed here and nowhere else. */
export interface Services extends AsyncDisposable {
  readonly config: Config;
  readonly logger: Logger;
  readonly context: Context;
  /** Null where limits are off. */
  readonly guard: Guard | null;
  readonly limiter: Limiter | null;
  readonly images: ImageMaker;
  readonly push: PushService;
  readonly factorKeys: FactorKeys;
  readonly mailServices: MailServices;
}

export interface LiveServices extends Services {
  readonly listener: Listener;
  readonly hub: ChangeHub;
  /** Free times as everybody watches them. */
  readonly boards: SlotBoards;
  /** What providers tell of changes goes through it. */
  readonly gate: HintGate;
}

const COUNTING_CONNECTIONS = 3;
/** How often open pages hear of progress at most. */
const STATUS_EVERY_MS = 300;

/** What a process may have otherwise than others. */
interface Given {
  /** Where logs go, if not to stderr of the process. */
  readonly log?: DestinationStream;
  readonly passwords?: PasswordHasher;
}

/** Opens the database (starting the embedded one where none is set), migrates it, and builds the services. */
export async function openServices(
  config: Config,
  name: string,
  { log, passwords = slowPasswords }: Given = {},
): Promise<Services> {
  await using stack = new AsyncDisposableStack();
  const logger = createLogger(config, name, log);
  const { url } = stack.use(await openDatabaseUrl(config, logger));
  const database = stack.use(openDatabase(url));
  const secrets = createSecretBox(config.secrets);
  const allowed = [config.allowPrivateHosts, demoHost(config)].join(',');
  const gateways = stack.use(openGateways(allowed, config.registrations));
  const signIns = stack.use(openSignIns(config.registrations, allowed));
  const push = createWebPush(stack.adopt(openHttp(config.allowPrivateHosts), (http) => http.close()));
  const status = throttled(STATUS_EVERY_MS, (ids) => void tellStatus(database, ids).catch(() => undefined));
  stack.defer(() => status.stop());
  const given = givenStudio(config);
  const services: EngineServices = {
    database,
    clock: () => new Date(),
    random: Math.random,
    newId: randomUUID,
    atATime: AT_A_TIME,
    studioZone: async () => (await readStudio(database, { given })).zone,
    bookings: openBookings(database),
    progressed: status.add,
    report: (error, about) =>
      logger.error({ err: error, ...about }, 'a run failed for a reason nobody foresaw'),
    openAccount: async (account) => {
      const by = { database, secrets, signIns, clock: () => new Date(), wait: setTimeout };
      const gateway = await gateways.of(account.kind);
      return gateway.open(credentialOf(by, account), account.reach);
    },
  };
  const reader = stack.adopt(createMessageReader(), (one) => one.close());
  const mailServices: MailServices = {
    ...services,
    mail: createMailGateway(parseAllowList(allowed)),
    reader,
    accessTo: ({ username, secret, credentialId, reach }) => ({
      username,
      password: secrets.open(secret, credentialId),
      // Written by the very gateway that reads it.
      reach: reach as unknown as MailReach,
    }),
  };
  const context: Context = {
    database,
    gateways,
    signIns,
    secrets,
    engine: createSyncEngine(services),
    mailboxes: { ...mailServices, engine: createMailEngine(mailServices), attached: reader.attached },
    passwords,
    clock: services.clock,
    newId: services.newId,
    given,
  };
  const guard = config.rateLimits ? createGuard(config.secrets[0], services.clock) : null;
  const limiter = guard && createLimiter(counters(stack, url), guard);
  const images = createImageMaker();
  const factorKeys = createFactorKeys(config.secrets, (below) => randomInt(below));
  const owned = stack.move();
  return {
    config,
    logger,
    context,
    guard,
    limiter,
    images,
    push,
    factorKeys,
    mailServices,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Few connections, for counting and nothing else. */
function counters(stack: AsyncDisposableStack, url: string) {
  return stack.adopt(openPool(url, COUNTING_CONNECTIONS), (pool) => pool.end());
}

/** The same, for a process that also listens: the server and the worker. */
export async function openLiveServices(config: Config, name: string, given?: Given): Promise<LiveServices> {
  await using stack = new AsyncDisposableStack();
  const services = stack.use(await openServices(config, name, given));
  await warmUp(services.context.database);
  const listener = stack.use(await openListener(services.context.database.url));
  const hub = stack.use(await openChangeHub(services.context.database, listener));
  const { context, logger } = services;
  const report = (error: unknown) =>
    logger.error({ err: error }, 'free times could not be computed; tried again in a second');
  const boards = stack.use(openSlotBoards({ ...context, hub, report }));
  const gate = openHintGate({
    monotonicMs: () => performance.now(),
    report: (error) => logger.error({ err: error }, 'a hint was lost; the next run by the clock finds it'),
  });
  stack.defer(() => gate.close());
  const owned = stack.move();
  return { ...services, listener, hub, boards, gate, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
