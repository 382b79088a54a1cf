import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { openBookings } from '@atelier/database/booking/open-entries';
import { tellStatus } from '@atelier/database/calendar/calendar-run';
import { openDatabase } from '@atelier/database/database';
import type { MailReach } from '@atelier/providers/port/mail/mail-account';
import { AT_A_TIME, type EngineServices } from '@atelier/sync/engine-services';
import type { MailServices } from '@atelier/sync/mailbox/mail-services';
import { credentialOf, mailCredential } from '@atelier/usecases/connections/sign-in/account-credential';
import type { Context, PasswordHasher } from '@atelier/usecases/context';
import type { FactorKeys } from '@atelier/usecases/people/sign-in/factor-keys';
import { readStudio } from '@atelier/usecases/studio/read-studio';
import type { DestinationStream } from 'pino';
import type { Config } from './config/config.ts';
import { openDatabaseUrl } from './config/database-url.ts';
import { demoHost } from './config/demo-host.ts';
import { givenStudio } from './config/given-studio.ts';
import { createLogger, type Logger } from './config/logger.ts';
import { openGateways, outside } from './gateways.ts';
import { loadedOnce } from './loaded-once.ts';
import { openMailFinder } from './mail/mail-finder.ts';
import { mailReachOf } from './mail/mail-reach.ts';
import { createMessageReader } from './mail/message-reader.ts';
import { openMail } from './mail/open-mail.ts';
import { openPictures } from './mail/open-pictures.ts';
import { openNews } from './news/open-news.ts';
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
  readonly factorKeys: FactorKeys;
  readonly mailServices: MailServices;
}

/** Most connections of one process. */
const CONNECTIONS = 10;
/** How often open pages hear of progress at most. */
const STATUS_EVERY_MS = 300;

/** What a process may have otherwise than others. */
export interface Given {
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
  const { url, directUrl } = stack.use(await openDatabaseUrl(config, logger));
  const database = stack.use(openDatabase(url, CONNECTIONS, directUrl));
  const secrets = createSecretBox(config.secrets);
  const allowed = [config.allowPrivateHosts, demoHost(config)].join(',');
  const gateways = stack.use(openGateways(allowed, config.registrations));
  const signIns = stack.use(openSignIns(config.registrations, allowed));
  const status = throttled(STATUS_EVERY_MS, (ids) => void tellStatus(database, ids).catch(() => undefined));
  stack.defer(() => status.stop());
  const given = givenStudio(config);
  const renewing = { database, secrets, signIns, clock: () => new Date(), wait: setTimeout };
  const services: EngineServices = {
    database,
    clock: () => new Date(),
    random: Math.random,
    newId: randomUUID,
    atATime: AT_A_TIME,
    toldSeconds: config.toldMinutes * 60,
    studioZone: async () => (await readStudio(database, { given })).zone,
    bookings: openBookings(database),
    progressed: status.add,
    report: (error, about) =>
      logger.error({ err: error, ...about }, 'a run failed for a reason nobody foresaw'),
    openAccount: async (account) => {
      const gateway = await gateways.of(account.kind);
      return gateway.open(credentialOf(renewing, account), account.reach);
    },
  };
  const reader = stack.adopt(createMessageReader(), (one) => one.close());
  const mailServices: MailServices = {
    ...services,
    mail: stack.use(openMail(allowed, database)),
    reader,
    accessTo: (account) => ({
      accountId: account.id,
      address: account.address,
      credential: mailCredential(renewing, account),
      // Written by the very gateway that reads it.
      reach: account.reach as unknown as MailReach,
    }),
  };
  const context: Context = {
    database,
    gateways,
    signIns,
    secrets,
    engine: loadedOnce(async () => (await import('@atelier/sync/run/engine')).createSyncEngine(services)),
    mailboxes: {
      ...mailServices,
      engine: loadedOnce(async () => {
        const { createMailEngine } = await import('@atelier/sync/mailbox/mail-engine');
        return createMailEngine(mailServices);
      }),
      finder: openMailFinder(mailServices.mail, allowed, config.mailDirectory),
      reachOf: (kind) => mailReachOf(kind, config.registrations),
      attached: reader.attached,
      picture: openPictures(allowed),
    },
    news: stack.use(openNews(services, outside(allowed))),
    passwords,
    clock: services.clock,
    newId: services.newId,
    given,
  };
  const factorKeys = createFactorKeys(config.secrets, (below) => randomInt(below));
  const owned = stack.move();
  return {
    config,
    logger,
    context,
    factorKeys,
    mailServices,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
