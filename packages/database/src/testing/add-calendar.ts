import type { Database } from '../database.ts';
import type { Prisma } from '../generated/client.ts';

type Row = Omit<Prisma.CalendarUncheckedCreateInput, 'id'> & { readonly id?: string };

/**
 * The row of a calendar and that of its source. One with a connection is due at once; one of a group or a mission is
 * shared with everybody.
 */
export async function addCalendar(
  { prisma }: Pick<Database, 'prisma'>,
  calendar: Row,
  source: Omit<Prisma.SourceUncheckedCreateInput, 'kind' | 'connectionId'> = {},
): Promise<string> {
  const { id = source.id, connectionId = null } = calendar;
  const nextSyncAt = connectionId === null ? null : new Date();
  const { id: made } = await prisma.source.create({
    data: { kind: 'CALENDAR', connectionId, nextSyncAt, ...source, ...(id !== undefined && { id }) },
  });
  await prisma.calendar.create({ data: { ...calendar, id: made } });
  const shared = calendar.kind !== undefined && calendar.kind !== 'PERSONAL';
  if (shared) await prisma.calendarShare.create({ data: { calendarId: made, level: 'WRITE' } });
  return made;
}
