import type { Queryable } from '../database.ts';
import type { RowOf } from '../statement.ts';
import { seriesInDoubt } from './doubtful-series.sql.ts';

/** A series of which not all instances are known, in a calendar that blocks. */
export type DoubtfulSeries = RowOf<typeof seriesInDoubt>;

/** Those that have begun before an instant, in the calendars that block an artist's time. */
export function doubtfulSeries(
  { query }: Queryable,
  artistId: string,
  before: Date,
): Promise<readonly DoubtfulSeries[]> {
  return query(seriesInDoubt, { artistId, before });
}
