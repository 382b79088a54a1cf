import type { Database, Queryable } from '../database.ts';
import { isWhole } from '../prisma/is-whole.ts';
import type { Transaction } from '../transaction.ts';

/** An object as it stands in a calendar; null in its place: it is not there. */
export interface Standing {
  readonly calendarId: string;
  readonly text: string;
}

/** What one edit did to one object. */
export interface ReplacedText {
  readonly objectId: string;
  readonly uid: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
}

export interface Edit {
  /** Chosen by whoever edits. */
  readonly id: string;
  readonly actorId: string;
  readonly at: Date;
}

/** How long an edit can be taken back, days. */
const KEPT_DAYS = 2;

/** Several calls with one id are one edit. */
export async function keepReplaced(
  { prisma }: Transaction,
  { id: editId, actorId, at }: Edit,
  replaced: readonly ReplacedText[],
): Promise<void> {
  const earlier = await prisma.replacedText.count({ where: { editId } });
  const data = replaced.map(({ objectId, uid, before, after }, index) => ({
    editId,
    actorId,
    objectId,
    uid,
    ordinal: earlier + index,
    fromCalendarId: before?.calendarId ?? null,
    before: before?.text ?? null,
    toCalendarId: after?.calendarId ?? null,
    after: after?.text ?? null,
    createdAt: at,
  }));
  await prisma.replacedText.createMany({ data });
}

/** What this person's edit did, in the order in which it was done; nothing when it is somebody else's, or too old. */
export async function replacedBy(
  { prisma }: Queryable,
  { id: editId, actorId }: Pick<Edit, 'id' | 'actorId'>,
): Promise<readonly ReplacedText[]> {
  const rows = await prisma.replacedText.findMany({
    where: { editId, actorId },
    orderBy: { ordinal: 'asc' },
  });
  return rows.map(({ objectId, uid, fromCalendarId, before, toCalendarId, after }) => ({
    objectId,
    uid,
    before: standing(fromCalendarId, before),
    after: standing(toCalendarId, after),
  }));
}

function standing(calendarId: string | null, text: string | null): Standing | null {
  return calendarId === null || text === null ? null : { calendarId, text };
}

/** Who wrote an object last from a page of ours, and what; null when nobody did lately. */
export async function lastWriter(
  { prisma }: Queryable,
  objectId: string,
): Promise<{ readonly name: string; readonly text: string } | null> {
  const row = await prisma.replacedText.findFirst({
    where: { objectId, after: { not: null } },
    orderBy: [{ createdAt: 'desc' }, { ordinal: 'desc' }],
    select: { after: true, actor: { select: { name: true } } },
  });
  return row && isWhole(row, 'actor') ? { name: row.actor.name, text: row.after ?? '' } : null;
}

export async function pruneReplaced({ prisma }: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await prisma.replacedText.deleteMany({ where: { createdAt: { lt: before } } });
}
