import type { Queryable } from '../database.ts';
import type { JobName } from './job-kinds.ts';
import { unqueuedOf } from './jobs.sql.ts';

/** Those of these items that no job is about: none that waits or is under way, and none that was given up. */
export async function unqueued(
  { query }: Pick<Queryable, 'query'>,
  name: JobName,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  return (await query(unqueuedOf, { ids, name })).map(({ id }) => id);
}
