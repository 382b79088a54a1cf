import type { Keep } from '../storage.ts';

/** The hold of this browser: two tabs of one visitor share it, and whoever leaves last releases it. */
export interface SharedHold {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly start: number;
  readonly expiresAt: number;
  readonly tabs: readonly string[];
}

export const SHARED_HOLD = 'atelier.hold';

export function readShared(keep: Keep, now: Date): SharedHold | null {
  const found = keep.read(SHARED_HOLD);
  return isSharedHold(found) && found.tabs.length > 0 && found.expiresAt > now.getTime() ? found : null;
}

export function share(keep: Keep, hold: Omit<SharedHold, 'tabs'>, tab: string, now: Date): void {
  const tabs = readShared(keep, now)?.tabs ?? [];
  keep.write(SHARED_HOLD, { ...hold, tabs: [...new Set([...tabs, tab])] });
}

/** This tab needs the hold no more. @returns its token when no other tab needs it either */
export function unshare(keep: Keep, tab: string, now: Date): string | null {
  const hold = readShared(keep, now);
  if (!hold) return null;
  const tabs = hold.tabs.filter((other) => other !== tab);
  keep.write(SHARED_HOLD, { ...hold, tabs });
  return tabs.length === 0 ? hold.token : null;
}

/** A hold that the last tab has left: whether the server has heard of that, nobody knows yet. */
export function readLeft(keep: Keep): string | null {
  const found = keep.read(SHARED_HOLD);
  return isSharedHold(found) && found.tabs.length === 0 ? found.token : null;
}

/** It has heard. */
export function forgetLeft(keep: Keep, token: string): void {
  if (readLeft(keep) === token) keep.write(SHARED_HOLD, null);
}

function isSharedHold(value: unknown): value is SharedHold {
  if (typeof value !== 'object' || value === null) return false;
  const { token, start, expiresAt, tabs } = value as Partial<Record<keyof SharedHold, unknown>>;
  return (
    typeof token === 'string' &&
    typeof start === 'number' &&
    typeof expiresAt === 'number' &&
    Array.isArray(tabs)
  );
}
