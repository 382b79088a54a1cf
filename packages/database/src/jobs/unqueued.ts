import type { Database } from '../database.ts';
import type { JobName } from './job-kinds.ts';
import { DEAD_LETTERS, JOB_SCHEMA } from './job-queue.ts';

/** Those of these items that no job is about: none that waits or is under way, and none that was given up. */
export async function unqueued(
  { query }: Pick<Database, 'query'>,
  name: JobName,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await query<{ id: string }>(
    `SELECT due.id FROM unnest($2::text[]) WITH ORDINALITY AS due(id, place)
     WHERE NOT EXISTS (
       SELECT 1 FROM ${JOB_SCHEMA}.job j
       WHERE j.data ->> 'id' = due.id AND j.state <= 'active'
         AND (j.name = $1 OR (j.name = '${DEAD_LETTERS}' AND j.source_name = $1)))
     ORDER BY due.place`,
    [name, ids],
  );
  return rows.map(({ id }) => id);
}
