import { type JobMetrics, jobMetrics } from '@atelier/database/jobs/job-metrics';
import { workerIsThere } from '@atelier/database/jobs/worker-heartbeat';
import { databaseTrouble, TROUBLE_WORDS } from '@atelier/database/postgres/database-trouble';
import { proveWritable } from '@atelier/database/postgres/prove-writable';
import { askServer } from '@atelier/database/postgres/server';
import { type SourceMetrics, sourceMetrics } from '@atelier/database/source/source-metrics';
import { type OutgoingMetrics, outgoingMetrics } from '@atelier/database/waiting/waiting-metrics';
import type { Context } from '../context.ts';

export interface Readiness {
  readonly ok: boolean;
  /** It answers, and takes what is written. */
  readonly database: boolean;
  readonly worker: boolean;
  /** What is wrong, and what to do; left out where all is well. */
  readonly message?: string;
}

const UNKNOWN_TROUBLE = 'The database cannot be written to; the log of the server says why.';
const NO_WORKER = 'No worker is running, so nothing is kept in step and no mail goes out.';

/** Whether everything that a studio needs is there right now. Asks nobody's permission and tells nothing private. */
export async function readiness({
  database,
  clock,
}: Pick<Context, 'database' | 'clock'>): Promise<Readiness> {
  try {
    const now = clock();
    await proveWritable(database, now);
    const worker = await workerIsThere(database, now);
    return { ok: worker, database: true, worker, ...(!worker && { message: NO_WORKER }) };
  } catch (error) {
    const trouble = databaseTrouble(error);
    const message = trouble === null ? UNKNOWN_TROUBLE : TROUBLE_WORDS[trouble];
    const worker = await workerIsThere(database, clock()).catch(() => false);
    return { ok: false, database: false, worker, message };
  }
}

/** @throws when the database does not answer. */
export async function expectAnswer({ database }: Pick<Context, 'database'>): Promise<void> {
  await askServer(database);
}

/** Counts only; nothing in them names a person, a calendar or a server. */
export async function installationMetrics({
  database,
  clock,
}: Pick<Context, 'database' | 'clock'>): Promise<SourceMetrics & JobMetrics & OutgoingMetrics> {
  const [sync, jobs, outgoing] = await Promise.all([
    sourceMetrics(database),
    jobMetrics(database),
    outgoingMetrics(database, clock()),
  ]);
  return { ...sync, ...jobs, ...outgoing };
}
