import type { Database } from '@atelier/database/database';
import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client';

/** Of the process itself: memory, CPU, how long its event loop stood still, and its connections to the database. */
export function registerProcess(registry: Registry, database: Pick<Database, 'pool'>): void {
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'atelier_database_connections',
    help: 'Connections of this process to the database, by what they do; waiting: work that has none yet',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { totalCount, idleCount, waitingCount } = database.pool;
      this.set({ state: 'busy' }, totalCount - idleCount);
      this.set({ state: 'idle' }, idleCount);
      this.set({ state: 'waiting' }, waitingCount);
    },
  });
}
