import type { Database } from '../database.ts';
import type { RowOf } from '../statement.ts';
import { lag, states } from './source-metrics.sql.ts';

export interface SourceMetrics {
  readonly sources: readonly RowOf<typeof states>[];
  /** How long the most overdue one has been waiting, in seconds. */
  readonly lagSeconds: number;
}

export async function sourceMetrics({ query }: Database): Promise<SourceMetrics> {
  const [sources, [late]] = await Promise.all([query(states), query(lag)]);
  return { sources, lagSeconds: late?.seconds ?? 0 };
}
