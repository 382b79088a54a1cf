import type { Queryable } from '../database.ts';
import type { ParamsOf, RowOf } from '../statement.ts';
import { markRead, newest } from './news-list.sql.ts';

export type NewsRow = RowOf<typeof newest>;

/** The latest first, over all feeds that somebody sees; @param asked.reader null: nobody in particular; the feeds that everybody has. */
export async function newestNews(
  { query }: Queryable,
  asked: ParamsOf<typeof newest>,
): Promise<readonly NewsRow[]> {
  return query(newest, asked);
}

/** @param ids null: all that this person sees. */
export async function readNews(
  { query }: Queryable,
  reader: string,
  ids: readonly string[] | null,
): Promise<void> {
  await query(markRead, { reader, ids });
}
