import type { Context } from '@atelier/usecases/context';
import { installationMetrics } from '@atelier/usecases/health/installation-health';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export function createMetrics(context: Context): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const lag = new Gauge({
    name: 'atelier_sync_lag_seconds',
    help: 'How long the most overdue calendar, mailbox or feed has been waiting',
    registers: [registry],
  });
  const sources = new Gauge({
    name: 'atelier_sources',
    help: 'Everything kept in step, by kind and state',
    labelNames: ['kind', 'state'],
    registers: [registry],
  });
  const jobs = new Gauge({
    name: 'atelier_jobs_due',
    help: 'Jobs whose time has come and that nobody has begun, by kind',
    labelNames: ['job'],
    registers: [registry],
  });
  const jobLag = new Gauge({
    name: 'atelier_job_lag_seconds',
    help: 'How long the oldest of them has been due, by kind',
    labelNames: ['job'],
    registers: [registry],
  });
  const deadLetters = new Gauge({
    name: 'atelier_dead_letters',
    help: 'Jobs that were given up and wait for a person',
    registers: [registry],
  });
  new Gauge({
    name: 'atelier_calendars',
    help: 'Calendars kept in step, by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const { sources: all, lagSeconds, queues, deadLetters: dead } = await installationMetrics(context);
      lag.set(lagSeconds);
      deadLetters.set(dead);
      jobs.reset();
      jobLag.reset();
      for (const { job, due, lagSeconds: waited } of queues) {
        jobs.set({ job }, due);
        jobLag.set({ job }, waited);
      }
      this.reset();
      sources.reset();
      for (const { kind, state, count } of all) {
        sources.set({ kind, state }, count);
        if (kind === 'calendar') this.set({ state }, count);
      }
    },
  });
  return registry;
}
