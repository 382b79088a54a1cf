import { beat } from '@atelier/database/worker-heartbeat';
import { maintain } from '@atelier/sync/maintenance';
import { startScheduler } from '@atelier/sync/scheduler';
import { alertAdmins } from '@atelier/usecases/alert-admins';
import { expireRequests } from '@atelier/usecases/booking/expire-requests';
import { followBookings } from '@atelier/usecases/booking/follow-bookings';
import { deliverMail } from '@atelier/usecases/deliver-mail';
import type { LiveServices } from './services.ts';
import { createSmtpMailer } from './smtp.ts';

/** Accounts served at once by one worker; nearly all of that time is spent waiting for servers. */
const PLACES = 8;
const LOOK_EVERY_MS = 1_000;
const BEAT_EVERY_MS = 5_000;
const ALERT_EVERY_MS = 60_000;
const FOLLOW_EVERY_MS = 2_000;
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
  const beating = every(
    BEAT_EVERY_MS,
    () => beat(database, clock()),
    report('the heartbeat could not be written'),
  );
  const tidying = every(
    MAINTAIN_EVERY_MS,
    () => maintain(context),
    report('maintenance failed; tried again in an hour'),
  );
  const mailer = config.smtp && createSmtpMailer(config.smtp);
  const alerting = every(
    ALERT_EVERY_MS,
    async () => {
      await alertAdmins({ ...context, publicUrl: config.publicUrl });
      await deliverMail({ database, clock, mailer, random: Math.random });
    },
    report('alerts or mail failed; tried again in a minute'),
  );
  const studio = { ...context, publicUrl: config.publicUrl };
  const following = every(
    FOLLOW_EVERY_MS,
    () => followBookings(studio),
    report('bookings could not be followed; tried again in two seconds'),
  );
  const expiring = every(
    EXPIRE_EVERY_MS,
    () => expireRequests(studio),
    report('requests could not expire; tried again in half a minute'),
  );
  return {
    async stop() {
      quiet();
      clearInterval(beating);
      clearInterval(tidying);
      clearInterval(alerting);
      clearInterval(following);
      clearInterval(expiring);
      const ended = scheduler.stop();
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())]);
      await engine.abandon();
    },
  };
}

function every(ms: number, work: () => Promise<unknown>, failed: (error: unknown) => void): NodeJS.Timeout {
  void work().catch(failed);
  return setInterval(() => void work().catch(failed), ms);
}
