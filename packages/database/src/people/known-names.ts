import type { Queryable } from '../database.ts';
import { knownNamesFor } from './known-names.sql.ts';

/** @param visibleTo whose bookings count, null for everybody's */
export async function listKnownNames(
  { query }: Queryable,
  visibleTo: string | null,
  limit: number,
): Promise<readonly string[]> {
  return (await query(knownNamesFor, { visibleTo, limit })).map(({ name }) => name);
}
