import type { Context } from '@atelier/usecases/context';
import { installationMetrics } from '@atelier/usecases/health/installation-health';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export function createMetrics(context: Context): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const lag = new Gauge({
    name: 'atelier_sync_lag_seconds',
    help: 'How long the most overdue calendar has been waiting',
    registers: [registry],
  });
  new Gauge({
    name: 'atelier_calendars',
    help: 'Calendars kept in step, by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const { calendars, lagSeconds } = await installationMetrics(context);
      lag.set(lagSeconds);
      this.reset();
      for (const { state, count } of calendars) this.set({ state }, count);
    },
  });
  return registry;
}
