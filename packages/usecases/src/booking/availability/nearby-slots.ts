import { nearestSlots } from '@atelier/booking/slots/nearest-slots';
import type { Context } from '../../context.ts';
import { type OfferedSlot, offerSlots } from './offer-slots.ts';

export interface NearbySlots {
  /** A slug, or `any`. */
  readonly artist: string;
  readonly serviceId: string;
  /** What was wanted. */
  readonly start: Date;
  readonly zone?: string | undefined;
}

type Asked = Pick<Context, 'database' | 'clock'>;

const DAY_MS = 86_400_000;
const NEARBY_DAYS = 14;
/** 9999-01-01: dates beyond are written otherwise, and nobody books then. */
const FAR_MS = 253_370_764_800_000;

/** A thousand who come too late at once are told the same: the sweep runs once for them. */
const looking = new WeakMap<Context['database'], Map<string, Promise<readonly OfferedSlot[]>>>();

/** The three free times nearest to one that cannot be had. */
export function nearbySlots(context: Asked, near: NearbySlots): Promise<readonly OfferedSlot[]> {
  const { artist, serviceId, start, zone } = near;
  const shared = looking.get(context.database) ?? new Map<string, Promise<readonly OfferedSlot[]>>();
  looking.set(context.database, shared);
  const key = JSON.stringify([artist, serviceId, start.getTime(), zone ?? null]);
  const running = shared.get(key);
  if (running) return running;
  const look = nearestOf(context, { artist, serviceId, start, zone }).finally(() => shared.delete(key));
  shared.set(key, look);
  return look;
}

async function nearestOf(context: Asked, { start, ...asked }: NearbySlots): Promise<readonly OfferedSlot[]> {
  const wanted = start.getTime();
  const first = Math.max(wanted - NEARBY_DAYS * DAY_MS, context.clock().getTime() - DAY_MS);
  const last = wanted + NEARBY_DAYS * DAY_MS;
  if (!(first <= last && last < FAR_MS)) return [];
  const date = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const offered = await offerSlots(context, { ...asked, from: date(first), to: date(last) });
  if (!offered.ok) return [];
  const slots = offered.value.days.flatMap(({ slots: list }) =>
    list.map((slot) => ({ start: slot.start.getTime(), slot })),
  );
  return nearestSlots(slots, wanted).map(({ slot }) => slot);
}
