import type { MirrorRow } from '@atelier/database/booking/slot-source';

/** A mirror that has not been complete for longer may have missed something (B8). */
const LONGEST_SILENCE_MS = 30 * 60_000;

export interface MirrorState {
  /** Every calendar that blocks is known as it was a short while ago. */
  readonly verified: boolean;
  /** When the one that is known worst was last complete; null when one never was. */
  readonly checkedAt: Date | null;
}

/** A calendar of Atelier's own is always known. */
export function mirrorState(mirrors: readonly MirrorRow[], artistId: string, now: Date): MirrorState {
  const outside = mirrors.filter((one) => one.artistId === artistId && one.connectionId !== null);
  if (outside.length === 0) return { verified: true, checkedAt: now };
  const times = outside.map(({ lastCompleteAt }) => lastCompleteAt?.getTime() ?? null);
  const worst = times.includes(null) ? null : Math.min(...times.map(Number));
  return {
    verified: outside.every((one) => isFresh(one, now)),
    checkedAt: worst === null ? null : new Date(worst),
  };
}

function isFresh({ enabled, state, lastCompleteAt, connectionState }: MirrorRow, now: Date): boolean {
  if (!enabled || state !== 'OK' || connectionState !== 'ACTIVE' || lastCompleteAt === null) return false;
  return now.getTime() - lastCompleteAt.getTime() <= LONGEST_SILENCE_MS;
}
