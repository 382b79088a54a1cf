import type { Opaque } from '@atelier/providers/json';
import type { Database } from '../database.ts';
import type { CalendarKind, ConflictPolicy } from '../generated/enums.ts';
import { type PacePatch, patchPace, requestRuns } from '../source/source-pace.ts';
import { type Transaction, transact } from '../transaction.ts';
import {
  approve,
  insert,
  insertOwn,
  insertSource,
  patchLooks,
  removeSource,
  setTraits,
} from './calendar-store.sql.ts';

export interface NewCalendar {
  readonly id: string;
  readonly ownerId: string;
  readonly connectionId: string;
  readonly href: string;
  readonly name: string;
  readonly color: string | null;
  readonly description: string | null;
  /** IANA name. */
  readonly timeZone: string;
  readonly readOnly: boolean;
  readonly ownedByOther: boolean;
  readonly enabled: boolean;
  readonly capabilities: Opaque;
  readonly nextSyncAt: Date;
  /** When it was first seen at the provider, where it was not there as its account was connected: somebody is to decide. */
  readonly offeredAt: Date | null;
}

/** One that is known already stays as it is. */
export async function insertCalendars(
  { query }: Transaction,
  calendars: readonly NewCalendar[],
): Promise<void> {
  for (const { enabled, nextSyncAt, ...calendar } of calendars) {
    const { id, connectionId } = calendar;
    await query(insertSource, { id, connectionId, enabled, nextSyncAt });
    const [added] = await query(insert, calendar);
    if (!added) await query(removeSource, { id });
  }
}

export interface OwnCalendar {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly kind: CalendarKind;
  /** `#rrggbb` */
  readonly color: string | null;
  /** For nobody but its owner, who has one such. */
  readonly private: boolean;
}

/** A calendar of Atelier's own: no provider, nothing to keep in step. */
export async function insertOwnCalendar({ query }: Transaction, calendar: OwnCalendar): Promise<void> {
  await query(insertSource, { id: calendar.id, connectionId: null, enabled: true, nextSyncAt: null });
  await query(insertOwn, { ...calendar });
}

export async function hasPrivateCalendar({ prisma }: Transaction, ownerId: string): Promise<boolean> {
  return (await prisma.calendar.count({ where: { ownerId, private: true } })) > 0;
}

/** What lies in a calendar, by id and UID. */
export async function inhabitants(
  { prisma }: Transaction,
  calendarId: string,
): Promise<readonly { readonly id: string; readonly uid: string }[]> {
  return prisma.calendarObject.findMany({
    where: { calendarId },
    select: { id: true, uid: true },
    orderBy: { id: 'asc' },
  });
}

/**
 * Another calendar of the same person's becomes the one that is for their eyes alone, under the name that it had; the
 * one before is emptied already, and goes. What was deleted in it, and the addresses at which programs fetch it, stay.
 */
export async function succeedPrivate(
  { prisma }: Transaction,
  { from, to, name }: { readonly from: string; readonly to: string; readonly name: string },
): Promise<void> {
  const moved = { where: { calendarId: from }, data: { calendarId: to } };
  await prisma.tombstone.updateMany(moved);
  await prisma.calendarFeed.updateMany(moved);
  await prisma.calendar.deleteMany({ where: { id: from } });
  await prisma.calendar.update({ where: { id: to }, data: { private: true, ownName: name } });
}

/** What is read in it follows the studio, which is told its zone after its first people came; once it is used, it stays. */
export async function followZone({ prisma }: Transaction, timeZone: string): Promise<void> {
  const unused = { private: true, objects: { none: {} }, timeZone: { not: timeZone } };
  await prisma.calendar.updateMany({ where: unused, data: { timeZone } });
}

/** What the provider says of a calendar; a person's own name and colour stay. */
export interface RemoteTraits {
  readonly name: string;
  readonly color: string | null;
  readonly description: string | null;
  readonly readOnly: boolean;
  readonly ownedByOther: boolean;
  readonly capabilities: Opaque;
  /** How long it is left alone after each run. */
  readonly restSeconds: number;
}

export async function updateTraits(database: Database, id: string, traits: RemoteTraits): Promise<void> {
  const { name, color, description, readOnly, ownedByOther, capabilities, restSeconds } = traits;
  await transact(database, async (transaction) => {
    const said = { id, name, color, description, readOnly, ownedByOther, capabilities, restSeconds };
    const [changed] = await transaction.query(setTraits, said);
    if (changed) transaction.announce({ topic: 'calendars', calendarId: id });
  });
}

export interface CalendarPatch extends PacePatch {
  readonly ownName?: string | undefined;
  readonly ownColor?: string | undefined;
  readonly onConflict?: ConflictPolicy | undefined;
}

/** A newly chosen calendar or a shorter interval takes effect at once. */
export async function patchCalendar(
  transaction: Transaction,
  id: string,
  patch: CalendarPatch,
  now: Date,
): Promise<void> {
  await transaction.query(patchLooks, {
    id,
    ownName: patch.ownName ?? null,
    ownColor: patch.ownColor ?? null,
    onConflict: patch.onConflict ?? null,
    decided: patch.enabled !== undefined,
  });
  await patchPace(transaction, id, patch, now);
}

export async function approveHeld(database: Database, id: string, now: Date): Promise<void> {
  await transact(database, async (transaction) => {
    await transaction.query(approve, { id });
    transaction.announce({ topic: 'calendars', calendarId: id });
  });
  await requestRuns(database, [id], { full: false, now });
}
