import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '@atelier/database/database';
import {
  claimDueSources,
  claimSources,
  dropLeases,
  LEASE_MS,
  LeaseLost,
  renewLeases,
  type SourceLease,
} from '@atelier/database/source/source-lease';

/** Keeps sources of one kind in step, each on its own. Any number of engines may share one database. */
export interface SourceEngine<Run> {
  /** Gives every lease back at once; runs under way write nothing more. */
  abandon(): Promise<void>;
  /** Claims and runs one that is due and not in `except`. @returns null when nothing is due. */
  runDue(except: readonly string[], served: (sourceId: string) => void): Promise<string | null>;
  /** Runs these now, waiting for runs under way elsewhere. */
  runNow(sourceIds: readonly string[], options: { readonly full: boolean }): Promise<readonly Run[]>;
}

export interface RunOptions {
  /** Compares everything, whatever was known. */
  readonly full: boolean;
  /** Somebody waits for it. */
  readonly asked: boolean;
}

export interface SourceRunner<Run> {
  readonly kind: Parameters<typeof claimDueSources>[1]['kind'];
  readonly exists: (id: string) => Promise<boolean>;
  readonly run: (lease: SourceLease, options: RunOptions) => Promise<Run>;
  /** What a run comes to of one that is not there, or cannot be had. */
  readonly absent: (id: string) => Run;
  /** The same of one that was taken away, or taken over, while it ran: nothing was written since. */
  readonly lost: (id: string) => Run;
}

export interface SourceEngineServices {
  readonly database: Database;
  readonly clock: () => Date;
  readonly newId: () => string;
}

const RENEW_MS = LEASE_MS / 3;
const RETRY_CLAIM_MS = 200;
/** A quarter of an hour. */
const MOST_CLAIMS = 4_500;

export function createSourceEngine<Run>(
  { database, clock, newId }: SourceEngineServices,
  { kind, exists, run, absent, lost }: SourceRunner<Run>,
): SourceEngine<Run> {
  const tokens = new Set<string>();

  async function runLeased(lease: SourceLease, options: RunOptions): Promise<Run> {
    const { sourceId, token } = lease;
    tokens.add(token);
    const heartbeat = setInterval(
      () => void renewLeases(database, token, clock()).catch(() => undefined),
      RENEW_MS,
    );
    try {
      return await run(lease, options);
    } catch (error) {
      if (error instanceof LeaseLost) return lost(sourceId);
      throw error;
    } finally {
      clearInterval(heartbeat);
      tokens.delete(token);
      await dropLeases(database, token);
    }
  }

  async function claim(id: string): Promise<SourceLease | null> {
    for (let tries = 0; tries < MOST_CLAIMS; tries += 1) {
      const [lease] = await claimSources(database, [id], { now: clock(), token: newId() });
      if (lease) return lease;
      if (!(await exists(id))) return null;
      await delay(RETRY_CLAIM_MS);
    }
    return null;
  }

  return {
    abandon: async () => {
      await Promise.all([...tokens].map((token) => dropLeases(database, token)));
    },
    async runDue(except, served) {
      const [lease] = await claimDueSources(database, { kind, now: clock(), token: newId(), except });
      if (!lease) return null;
      served(lease.sourceId);
      await runLeased(lease, { full: false, asked: false });
      return lease.sourceId;
    },
    runNow: (ids, { full }) =>
      Promise.all(
        ids.map(async (id) => {
          const lease = await claim(id);
          return lease ? runLeased(lease, { full, asked: true }) : absent(id);
        }),
      ),
  };
}
