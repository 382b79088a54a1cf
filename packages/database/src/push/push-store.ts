import type { Database, Queryable } from '../database.ts';
import type { PushDevice, PushKey, PushNotice } from '../generated/client.ts';
import { isWhole } from '../prisma/is-whole.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import { devicesThatWant, startsOfOwners } from './push-store.sql.ts';

export type PushKind = 'request' | 'reminder' | 'trouble';
export type Wanting = RowOf<typeof devicesThatWant>;
export type OwnStart = RowOf<typeof startsOfOwners>;
export type DeviceRow = PushDevice;
export type NoticeToSend = PushNotice & { readonly device: PushDevice };

export async function findPushKey({ prisma }: Queryable): Promise<PushKey | null> {
  return prisma.pushKey.findFirst();
}

/** Of two processes that make one at once the first has made it. */
export async function insertPushKey({ prisma }: Queryable, key: Omit<PushKey, 'only'>): Promise<void> {
  await prisma.pushKey.createMany({ data: [key], skipDuplicates: true });
}

export async function resealPushKey({ prisma }: Queryable, privateKey: string): Promise<void> {
  await prisma.pushKey.updateMany({ data: { privateKey } });
}

/** The newest first. */
export async function devicesOf({ prisma }: Queryable, userId: string): Promise<readonly DeviceRow[]> {
  return prisma.pushDevice.findMany({ where: { userId }, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] });
}

/** A browser is one device; whoever signs in there now has it. */
export async function saveDevice(
  { prisma }: Queryable,
  { id, createdAt, endpoint, ...said }: Omit<DeviceRow, 'toldAt'>,
): Promise<DeviceRow> {
  return prisma.pushDevice.upsert({
    where: { endpoint },
    create: { id, createdAt, endpoint, ...said },
    update: said,
  });
}

/** @returns false when it is not there, or somebody else's. */
export async function removeDevice({ prisma }: Queryable, id: string, userId?: string): Promise<boolean> {
  const where = userId === undefined ? { id } : { id, userId };
  return (await prisma.pushDevice.deleteMany({ where })).count > 0;
}

export async function removeEndpoint({ prisma }: Queryable, endpoint: string, userId: string): Promise<void> {
  await prisma.pushDevice.deleteMany({ where: { endpoint, userId } });
}

export async function wantingDevices(
  { query }: Queryable,
  kind: PushKind,
  roles: readonly string[],
  userId: string | null,
): Promise<readonly Wanting[]> {
  return query(devicesThatWant, { kind, roles: [...roles], userId });
}

export async function ownStarts(
  { query }: Queryable,
  after: Date,
  until: Date,
): Promise<readonly OwnStart[]> {
  return query(startsOfOwners, { after, until });
}

/** Once for each occasion. @returns false when the device is told of it already. */
export async function addNotice(
  { prisma }: Transaction,
  notice: Omit<PushNotice, 'settledAt'>,
): Promise<boolean> {
  return (await prisma.pushNotice.createMany({ data: [notice], skipDuplicates: true })).count > 0;
}

export async function noticeToSend({ prisma }: Queryable, id: string): Promise<NoticeToSend | null> {
  const about = { where: { id, settledAt: null }, include: { device: true } };
  const notice = await prisma.pushNotice.findFirst(about);
  return notice && isWhole(notice, 'device') ? notice : null;
}

/** It was told, or is not worth telling any more: what it said is forgotten, that it was said is not. */
export async function settleNotice({ prisma }: Queryable, id: string, now: Date): Promise<void> {
  await prisma.pushNotice.updateMany({ where: { id }, data: { settledAt: now, title: '', body: '' } });
}

export async function markTold({ prisma }: Queryable, deviceId: string, now: Date): Promise<void> {
  await prisma.pushDevice.updateMany({ where: { id: deviceId }, data: { toldAt: now } });
}

export async function dueNotices({ prisma }: Queryable, now: Date): Promise<readonly string[]> {
  const rows = await prisma.pushNotice.findMany({
    where: { settledAt: null, sendAt: { lte: now } },
    orderBy: { sendAt: 'asc' },
    select: { id: true },
    take: 1_000,
  });
  return rows.map(({ id }) => id);
}

const KEPT_DAYS = 3;

export async function pruneNotices({ prisma }: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await prisma.pushNotice.deleteMany({ where: { validUntil: { lt: before } } });
}
