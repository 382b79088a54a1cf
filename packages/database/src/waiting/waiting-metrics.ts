import type { Database } from '../database.ts';
import { feedBeyond, waitingMail, waitingWrites } from './waiting-metrics.sql.ts';

export interface Waiting {
  readonly count: number;
  /** How long the oldest has been waiting, in seconds; 0 where there is none. */
  readonly seconds: number;
}

export interface OutgoingMetrics {
  readonly writes: Waiting;
  /** Writes that wait for a person. */
  readonly parked: number;
  readonly mail: Waiting;
}

/** What has been accepted and is on its way out. */
export async function outgoingMetrics(
  { query }: Pick<Database, 'query'>,
  now: Date,
): Promise<OutgoingMetrics> {
  const [[writes], [mail]] = await Promise.all([query(waitingWrites, { now }), query(waitingMail, { now })]);
  return {
    writes: { count: writes?.waiting ?? 0, seconds: writes?.seconds ?? 0 },
    parked: writes?.parked ?? 0,
    mail: { count: mail?.waiting ?? 0, seconds: mail?.seconds ?? 0 },
  };
}

/** What this process has not told its pages yet. */
export async function feedBehind({ query }: Pick<Database, 'query'>, tick: number): Promise<Waiting> {
  const [row] = await query(feedBeyond, { tick });
  return { count: row?.changes ?? 0, seconds: row?.seconds ?? 0 };
}
