import type { Queryable } from '../database.ts';
import { moveHorizon } from './horizon.sql.ts';

/** Calendars whose occurrences are stored up to some time, the shortest horizon first. */
export async function calendarsByHorizon({
  prisma,
}: Queryable): Promise<readonly { readonly id: string; readonly to: Date | null }[]> {
  const rows = await prisma.calendar.findMany({
    where: { horizonTo: { not: null } },
    select: { id: true, horizonTo: true },
    orderBy: { horizonTo: 'asc' },
  });
  return rows.map(({ id, horizonTo: to }) => ({ id, to }));
}

export async function setHorizon(
  { query }: Queryable,
  id: string,
  horizon: { readonly from: Date; readonly to: Date },
): Promise<void> {
  await query(moveHorizon, { id, ...horizon });
}
