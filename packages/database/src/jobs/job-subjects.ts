import type { Database } from '../database.ts';

/** What people call the things that jobs are about, by id; without those that are gone. */
export async function jobSubjects(
  { query }: Pick<Database, 'query'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await query<{ id: string; name: string }>(
    `SELECT id, client_name AS name FROM booking WHERE id = ANY ($1::uuid[])
     UNION ALL SELECT id, client_name FROM inquiry WHERE id = ANY ($1::uuid[])
     UNION ALL SELECT id, subject FROM mail WHERE id = ANY ($1::uuid[])
     UNION ALL SELECT id, name FROM connection WHERE id = ANY ($1::uuid[])
     UNION ALL SELECT id, coalesce(own_name, name) FROM calendar WHERE id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
