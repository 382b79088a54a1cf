import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { subjectsOf } from './jobs.sql.ts';

/** What people call the things that jobs are about, by id; without those that are gone, and what is no id. */
export async function jobSubjects(
  { query }: Pick<Queryable, 'query'>,
  items: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = items.filter((item) => z.uuid().safeParse(item).success);
  if (ids.length === 0) return new Map();
  return new Map((await query(subjectsOf, { ids })).map(({ id, name }) => [id, name]));
}
