import { type SyncMetrics, syncMetrics } from '@atelier/database/sync-metrics';
import { workerIsThere } from '@atelier/database/worker-heartbeat';
import type { Context } from './context.ts';

export interface Readiness {
  readonly ok: boolean;
  readonly database: boolean;
  readonly worker: boolean;
}

/** Whether everything that a studio needs is there right now. Asks nobody's permission and tells nothing private. */
export async function readiness({
  database,
  clock,
}: Pick<Context, 'database' | 'clock'>): Promise<Readiness> {
  const worker = await workerIsThere(database, clock()).catch(() => null);
  return { ok: worker === true, database: worker !== null, worker: worker === true };
}

/** Counts only; nothing in them names a person, a calendar or a server. */
export function installationMetrics({ database }: Pick<Context, 'database'>): Promise<SyncMetrics> {
  return syncMetrics(database);
}
