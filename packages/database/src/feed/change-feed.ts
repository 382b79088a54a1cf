import type { Database } from '../database.ts';
import type { Audience, Topic } from './announcement.ts';
import { changesAfter, edgesOfFeed } from './change-feed.sql.ts';

export interface Change {
  readonly tick: number;
  readonly topic: Topic;
  /** The id of what it is about; null: any of them. */
  readonly subject: string | null;
  readonly audience: Audience;
  readonly from: Date | null;
  readonly to: Date | null;
}

/** How long a browser may sleep and still resume without starting over. */
const KEPT_MS = 7 * 86_400_000;

/** Changes after `tick` in order; `gap` when some of them are no longer kept. */
export async function readChanges(
  { query }: Pick<Database, 'query'>,
  tick: number,
  limit = 500,
): Promise<{ readonly gap: boolean; readonly changes: readonly Change[] }> {
  const [edges] = await query(edgesOfFeed);
  const latest = edges?.latest ?? 0;
  // A tick from the future belongs to another database (a restored backup): start over as well.
  const gap = tick > latest || (tick < latest && (edges?.oldest ?? Number.POSITIVE_INFINITY) > tick + 1);
  if (gap) return { gap, changes: [] };
  const rows = await query(changesAfter, { tick, most: limit });
  return { gap: false, changes: rows };
}

export async function latestTick({ query }: Pick<Database, 'query'>): Promise<number> {
  const [edges] = await query(edgesOfFeed);
  return edges?.latest ?? 0;
}

export async function pruneChanges({ prisma }: Pick<Database, 'prisma'>, now: Date): Promise<void> {
  await prisma.change.deleteMany({ where: { at: { lt: new Date(now.getTime() - KEPT_MS) } } });
}
