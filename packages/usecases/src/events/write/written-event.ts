import { findObject } from '@atelier/database/object/agenda-query';
import type { Context } from '../../context.ts';

/** An event after it was written: what it takes to show it and to change it again. */
export interface WrittenEvent {
  readonly id: string;
  readonly calendarId: string;
  readonly uid: string;
  readonly revision: number;
  readonly summary: string;
  /** The second resource of a series that was split; null otherwise. */
  readonly splitId: string | null;
}

export async function writtenEvent(
  { database }: Pick<Context, 'database'>,
  id: string,
  splitId: string | null = null,
): Promise<WrittenEvent | null> {
  const object = await findObject(database, id);
  if (!object) return null;
  const { calendarId, uid, revision, components } = object;
  return { id, calendarId, uid, revision, summary: components[0]?.summary ?? '', splitId };
}
