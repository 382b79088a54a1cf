import { beat } from '@atelier/database/worker-heartbeat';
import { maintain } from '@atelier/sync/maintenance';
import { startScheduler } from '@atelier/sync/scheduler';
import { pruneStrangers } from '@atelier/usecases/abuse/prune-strangers';
import { alertAdmins } from '@atelier/usecases/alert-admins';
import { expireRequests } from '@atelier/usecases/booking/expire-requests';
import { followBookings } from '@atelier/usecases/booking/follow-bookings';
import { remindClients } from '@atelier/usecases/booking/mail/remind-clients';
import { reverifyBookings } from '@atelier/usecases/booking/reverify-bookings';
import { deliverMail } from '@atelier/usecases/deliver-mail';
import { expireInquiries } from '@atelier/usecases/inquiry/expire-inquiries';
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

/** The work of one worker process, until `stop`. */
export function startWorker({ config, context, listener, logger }: LiveServices): { stop(): Promise<void> } {
  const { database, engine, clock } = context;
  const report = (what: string) => (error: unknown) => logger.error({ err: error }, what);
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
    every(MAINTAIN_EVERY_MS, () => maintain(context), report('maintenance failed; tried again in an hour')),
    every(ALERT_EVERY_MS, () => alertAdmins(context), report('alerts failed; tried again in a minute')),
    every(
      MAIL_EVERY_MS,
      () => deliverMail({ ...context, mailer, random: Math.random }),
      report('mail could not be sent; tried again in three seconds'),
    ),
    every(
      REMIND_EVERY_MS,
      () => remindClients(context),
      report('clients could not be reminded; tried again in a minute'),
    ),
    every(
      FOLLOW_EVERY_MS,
      () => followBookings(context),
      report('bookings could not be followed; tried again in two seconds'),
    ),
    every(
      REVERIFY_EVERY_MS,
      () => reverifyBookings(context),
      report('unverified bookings could not be looked at again; tried again in five seconds'),
    ),
    every(
      EXPIRE_EVERY_MS,
      () => expireRequests(context),
      report('requests could not expire; tried again in half a minute'),
    ),
    every(
      EXPIRE_EVERY_MS,
      () => expireInquiries(context),
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
      for (const job of jobs) clearInterval(job);
      const ended = scheduler.stop();
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())]);
      await engine.abandon();
    },
  };
}

/** One after the other: work that takes longer than its interval is not begun a second time meanwhile. */
function every(ms: number, work: () => Promise<unknown>, failed: (error: unknown) => void): NodeJS.Timeout {
  let running = false;
  const once = async () => {
    if (running) return;
    running = true;
    await work()
      .catch(failed)
      .finally(() => {
        running = false;
      });
  };
  void once();
  return setInterval(() => void once(), ms);
}
