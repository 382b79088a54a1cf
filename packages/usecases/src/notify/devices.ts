import {
  type DeviceRow,
  devicesOf,
  type PushKind,
  removeDevice,
  removeEndpoint,
  saveDevice,
} from '@atelier/database/push/push-store';
import { transact } from '@atelier/database/transaction';
import { nearestLanguage } from '@atelier/words/language';
import { PUSH_WORDS } from '@atelier/words/push/push-words';
import { type Actor, isPerson } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { type KeyContext, pushKeys } from './push-keys.ts';
import { tellDevice } from './tell-devices.ts';

export interface SaveDevice {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly name: string;
  readonly kinds: readonly PushKind[];
  readonly details: boolean;
}

/** As its owner sees it; what encrypts for it is nobody's business. */
export type Device = Omit<DeviceRow, 'p256dh' | 'auth' | 'userId' | 'kinds'> & {
  readonly kinds: readonly PushKind[];
};

export interface Notifications {
  /** What a browser asks its push service with. */
  readonly publicKey: string;
  readonly devices: readonly Device[];
}

/** More browsers than anybody has; the oldest go. */
const MOST_DEVICES = 20;

export async function seeNotifications(context: KeyContext, actor: Actor): Promise<Notifications> {
  const { publicKey } = await pushKeys(context);
  return { publicKey, devices: (await devicesOf(context.database, actor.userId)).map(seen) };
}

/** This browser tells this person of these kinds of things from now on. */
export async function saveMyDevice(
  { database, clock, newId }: Pick<Context, 'database' | 'clock' | 'newId'>,
  actor: Actor,
  { kinds, ...device }: SaveDevice,
): Promise<Outcome<Device>> {
  if (!isPerson(actor)) return refusedFor('forbidden', 'people-only');
  const allowed = kinds.filter((kind) => kind !== 'trouble' || actor.role === 'ADMIN');
  const row = { ...device, id: newId(), userId: actor.userId, kinds: allowed, createdAt: clock() };
  const saved = await saveDevice(database, row);
  for (const old of (await devicesOf(database, actor.userId)).slice(MOST_DEVICES))
    await removeDevice(database, old.id);
  return done(seen(saved));
}

export async function removeMyDevice(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<null>> {
  return (await removeDevice(database, id, actor.userId))
    ? done(null)
    : refusedFor('not-found', 'device-gone');
}

/** Whoever signs out in a browser is told nothing there any more. */
export async function leaveDevice(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  endpoint: string,
): Promise<void> {
  await removeEndpoint(database, endpoint, actor.userId);
}

/** So that somebody sees whether it works. */
export async function testMyDevice(
  context: Pick<Context, 'database' | 'clock' | 'newId'>,
  actor: Actor,
  { id, language }: { readonly id: string; readonly language: string },
): Promise<Outcome<null>> {
  const own = (await devicesOf(context.database, actor.userId)).find((device) => device.id === id);
  if (!own) return refusedFor('not-found', 'device-gone');
  const { title, body } = PUSH_WORDS[nearestLanguage(language)].test;
  const now = context.clock();
  const validUntil = new Date(now.getTime() + TEST_MS);
  await transact(context.database, async (transaction) => {
    const notice = { once: `test:${now.toISOString()}`, title, body, path: '/account', at: now, validUntil };
    await tellDevice(transaction, context, own.id, notice);
  });
  return done(null);
}

const TEST_MS = 5 * 60_000;

function seen({ p256dh: _, auth: __, userId: ___, kinds, ...device }: DeviceRow): Device {
  return { ...device, kinds: kinds as PushKind[] };
}
