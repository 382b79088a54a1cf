import { feedBehind } from '@atelier/database/waiting/waiting-metrics';
import type { Context } from '@atelier/usecases/context';
import { installationMetrics } from '@atelier/usecases/health/installation-health';
import type { LiveContext } from '@atelier/usecases/live/watch-changes';
import { Gauge, type Registry } from 'prom-client';

/** Of the whole installation: every server says the same. Counts only; nothing in them names a person or a calendar. */
export function registerInstallation(registry: Registry, context: Pick<Context, 'database' | 'clock'>): void {
  const gauge = gaugesOf(registry, async () => {
    const found = await installationMetrics(context);
    lag.set(found.lagSeconds);
    deadLetters.set(found.deadLetters);
    parked.set(found.parked);
    for (const kind of ['writes', 'mail'] as const) {
      waiting.set({ kind }, found[kind].count);
      age.set({ kind }, found[kind].seconds);
    }
    for (const labelled of [jobs, jobLag, calendars, sources]) labelled.reset();
    for (const { job, due, lagSeconds: waited } of found.queues) {
      jobs.set({ job }, due);
      jobLag.set({ job }, waited);
    }
    for (const { kind, state, count } of found.sources) {
      sources.set({ kind, state }, count);
      if (kind === 'calendar') calendars.set({ state }, count);
    }
  });
  const lag = gauge(
    'sync_lag_seconds',
    'How long the most overdue calendar, mailbox or feed has been waiting',
  );
  const sources = gauge('sources', 'Everything kept in step, by kind and state', 'kind', 'state');
  const calendars = gauge('calendars', 'Calendars kept in step, by state', 'state');
  const jobs = gauge('jobs_due', 'Jobs whose time has come and that nobody has begun, by kind', 'job');
  const jobLag = gauge('job_lag_seconds', 'How long the oldest of them has been due, by kind', 'job');
  const deadLetters = gauge('dead_letters', 'Jobs that were given up and wait for a person');
  const waiting = gauge('outbox_waiting', 'What is on its way out, by kind', 'kind');
  const age = gauge('outbox_age_seconds', 'How long the oldest of it has been waiting, by kind', 'kind');
  const parked = gauge('outbox_parked', 'Writes that a provider refused and that wait for a person');
}

/** How far this process is behind what has been committed. */
export function registerFeed(
  registry: Registry,
  { database, hub }: Pick<LiveContext, 'database' | 'hub'>,
): void {
  const gauge = gaugesOf(registry, async () => {
    const { count, seconds } = await feedBehind(database, hub.tick);
    behind.set(count);
    delay.set(seconds);
  });
  const behind = gauge('feed_behind', 'Changes that this process has not told its pages');
  const delay = gauge(
    'feed_delay_seconds',
    'How long the oldest change that this process has not told its pages has been there',
  );
}

/**
 * Gauges that are read together: all of them are asked at once, and each waits for the one reading, for otherwise those
 * that are written out first would say what was true the time before.
 */
function gaugesOf(registry: Registry, read: () => Promise<void>) {
  let reading: Promise<void> | null = null;
  const collect = () => {
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  };
  return (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name: `atelier_${name}`, help, labelNames, registers: [registry], collect });
}
