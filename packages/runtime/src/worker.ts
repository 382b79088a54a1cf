import { setTimeout as delay } from 'node:timers/promises';
import type { Telling } from '@atelier/database/jobs/each-due';
import { beat } from '@atelier/database/jobs/worker-heartbeat';
import { maintain } from '@atelier/sync/run/maintenance';
import { startScheduler } from '@atelier/sync/run/scheduler';
import { pruneStrangers } from '@atelier/usecases/abuse/prune-strangers';
import { expireRequests } from '@atelier/usecases/booking/follow/expire-requests';
import { followBookings } from '@atelier/usecases/booking/follow/follow-bookings';
import { reverifyBookings } from '@atelier/usecases/booking/follow/reverify-bookings';
import { remindClients } from '@atelier/usecases/booking/mail/remind-clients';
import { alertAdmins } from '@atelier/usecases/health/alert-admins';
import { expireInquiries } from '@atelier/usecases/inquiry/studio/expire-inquiries';
import { deliverMail } from '@atelier/usecases/mail/deliver-mail';
import { every } from './every.ts';
import type { LiveServices } from './services.ts';
import { createSmtpMailer } from './smtp.ts';

/** Accounts served at once by one worker; nearly all of that time is spent waiting for servers. */
const PLACES = 8;
const LOOK_EVERY_MS = 1_000;
const BEAT_EVERY_MS = 5_000;
const ALERT_EVERY_MS = 60_000;
const MAIL_EVERY_MS = 3_000;
const REMIND_EVERY_MS = 60_000;
const FOLLOW_EVERY_MS = 2_000;
const REVERIFY_EVERY_MS = 5_000;
const EXPIRE_EVERY_MS = 30_000;
const MAINTAIN_EVERY_MS = 3_600_000;
/** A run that does not end by itself within this long is given up; its lease is handed back. */
const PATIENCE_MS = 3_000;
/** A mail that is under way is ended: whether a server that was left in the middle has taken it, nobody knows. */
const JOB_PATIENCE_MS = 25_000;

/** The work of one worker process, until `stop`. */
export function startWorker({ config, context, listener, logger }: LiveServices): { stop(): Promise<void> } {
  const { database, engine, clock } = context;
  const report = (what: string) => (error: unknown) => logger.error({ err: error }, what);
  const tellTrouble: Telling['tellTrouble'] = (error, about) =>
    logger.error({ err: error, ...about }, 'one item failed and is set apart; the rest goes on');
  const scheduler = startScheduler({
    engine,
    places: PLACES,
    everyMs: LOOK_EVERY_MS,
    report: report('looking for due calendars failed; tried again in a second'),
  });
  const quiet = listener.on('atelier_due', () => scheduler.wake());
  const mailer = config.smtpUrl === null ? null : createSmtpMailer(config.smtpUrl);
  const jobs = [
    every(BEAT_EVERY_MS, () => beat(database, clock()), report('the heartbeat could not be written')),
    every(
      MAINTAIN_EVERY_MS,
      (signal) => maintain({ ...context, signal, tellTrouble }),
      report('maintenance failed; tried again in an hour'),
    ),
    every(
      ALERT_EVERY_MS,
      (signal) => alertAdmins({ ...context, signal, tellTrouble }),
      report('alerts failed; tried again in a minute'),
    ),
    every(
      MAIL_EVERY_MS,
      (signal) => deliverMail({ ...context, mailer, random: Math.random, signal, tellTrouble }),
      report('mail could not be sent; tried again in three seconds'),
    ),
    every(
      REMIND_EVERY_MS,
      (signal) => remindClients({ ...context, signal, tellTrouble }),
      report('clients could not be reminded; tried again in a minute'),
    ),
    every(
      FOLLOW_EVERY_MS,
      (signal) => followBookings({ ...context, signal, tellTrouble }),
      report('bookings could not be followed; tried again in two seconds'),
    ),
    every(
      REVERIFY_EVERY_MS,
      (signal) => reverifyBookings({ ...context, signal, tellTrouble }),
      report('unverified bookings could not be looked at again; tried again in five seconds'),
    ),
    every(
      EXPIRE_EVERY_MS,
      (signal) => expireRequests({ ...context, signal, tellTrouble }),
      report('requests could not expire; tried again in half a minute'),
    ),
    every(
      EXPIRE_EVERY_MS,
      (signal) => expireInquiries({ ...context, signal, tellTrouble }),
      report('ideas could not expire; tried again in half a minute'),
    ),
    every(
      MAINTAIN_EVERY_MS,
      () => pruneStrangers(context),
      report('uploads could not be tidied up; tried again in an hour'),
    ),
  ];
  return {
    async stop() {
      quiet();
      await Promise.all([
        within(PATIENCE_MS, scheduler.stop()).then(() => engine.abandon()),
        within(JOB_PATIENCE_MS, Promise.all(jobs.map((job) => job.stop()))),
      ]);
    },
  };
}

async function within(ms: number, ended: Promise<unknown>): Promise<void> {
  const patience = new AbortController();
  await Promise.race([ended, delay(ms, undefined, { signal: patience.signal }).catch(() => undefined)]);
  patience.abort();
}
