import { setTimeout as delay } from 'node:timers/promises';
import { startJobWorker } from '@atelier/database/jobs/job-worker';
import { beat } from '@atelier/database/jobs/worker-heartbeat';
import { startMailWatches } from '@atelier/sync/mailbox/mail-watches';
import { startScheduler } from '@atelier/sync/run/scheduler';
import { jobHandlers } from '@atelier/usecases/jobs/job-handlers';
import { nightlyBackups } from './backup/nightly-backups.ts';
import type { LiveServices } from './live-services.ts';
import { createSmtpMailer } from './mail/smtp.ts';
import { every } from './process/every.ts';

/** Accounts served at once by one worker; nearly all of that time is spent waiting for servers. */
const PLACES = 8;
const LOOK_EVERY_MS = 1_000;
const BEAT_EVERY_MS = 5_000;
/** Mailboxes served at once. */
const MAIL_PLACES = 6;
/** Feeds of news asked at once. */
const NEWS_PLACES = 4;
/** A run that does not end by itself within this long is given up; its lease is handed back. */
const PATIENCE_MS = 3_000;
/** A mail that is under way is ended: whether a server that was left in the middle has taken it, nobody knows. */
const JOB_PATIENCE_MS = 25_000;

/** The work of one worker process, until `stop`: calendars, mailboxes and feeds by their leases, everything else by jobs. */
export async function startWorker(services: LiveServices): Promise<{ stop(): Promise<void> }> {
  const { config, context, listener, logger, push, mailServices } = services;
  const { database, engine, mailboxes, news, clock } = context;
  const report = (what: string) => (error: unknown) => logger.error({ err: error }, what);
  const mailer = config.smtpUrl === null ? null : createSmtpMailer(config.smtpUrl);
  const jobs = await startJobWorker({
    url: database.directUrl,
    handlers: jobHandlers({ ...context, mailer, push, backups: nightlyBackups(config, database.directUrl) }),
    failed: (error, about) => logger.error({ err: error, ...about }, 'a job failed; the rest goes on'),
    report: report('jobs could not be looked for; tried again in a moment'),
  });
  const scheduler = startScheduler({
    engine,
    places: PLACES,
    everyMs: LOOK_EVERY_MS,
    report: report('looking for due calendars failed; tried again in a second'),
  });
  const postman = startScheduler({
    engine: mailboxes.engine,
    places: MAIL_PLACES,
    everyMs: LOOK_EVERY_MS,
    report: report('looking for due mailboxes failed; tried again in a second'),
  });
  const newsboy = startScheduler({
    engine: news.engine,
    places: NEWS_PLACES,
    everyMs: LOOK_EVERY_MS,
    report: report('looking for due feeds failed; tried again in a second'),
  });
  const watches = startMailWatches(mailServices);
  const quiet = listener.on('atelier_due', () => {
    scheduler.wake();
    postman.wake();
    newsboy.wake();
  });
  const heart = every(
    BEAT_EVERY_MS,
    () => beat(database, clock()),
    report('the heartbeat could not be written'),
  );
  return {
    async stop() {
      quiet();
      await Promise.all([
        within(PATIENCE_MS, scheduler.stop()).then(() => engine.abandon()),
        within(PATIENCE_MS, postman.stop()).then(() => mailboxes.engine.abandon()),
        within(PATIENCE_MS, newsboy.stop()).then(() => news.engine.abandon()),
        within(PATIENCE_MS, watches.stop()),
        within(PATIENCE_MS, heart.stop()),
        jobs.stop(JOB_PATIENCE_MS),
      ]);
    },
  };
}

async function within(ms: number, ended: Promise<unknown>): Promise<void> {
  const patience = new AbortController();
  await Promise.race([ended, delay(ms, undefined, { signal: patience.signal }).catch(() => undefined)]);
  patience.abort();
}
