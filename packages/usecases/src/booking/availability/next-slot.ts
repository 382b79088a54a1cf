import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { findOffers } from './offer.ts';
import { MOST_DATES, type OfferedSlot, offerSlots, type SlotRequest } from './offer-slots.ts';
import { wrongZone } from './wrong-zone.ts';

export interface NextSlot extends Pick<SlotRequest, 'artist' | 'serviceId' | 'zone' | 'own'> {
  readonly after: Date;
}

/** The first free time that begins after an instant, as far as anybody may book ahead; null when there is none. */
export async function nextSlot(
  context: Pick<Context, 'database' | 'clock'>,
  { after, ...asked }: NextSlot,
): Promise<Outcome<OfferedSlot | null>> {
  const offers = await findOffers(context.database, asked);
  if (!offers.ok) return offers;
  const zone = asked.zone ?? offers.value[0].artist.timeZone;
  const wrong = wrongZone(zone);
  if (wrong) return wrong;
  if (Number.isNaN(after.getTime())) return refusedFor('invalid', 'not-a-time');
  const now = context.clock();
  const horizon = Math.max(...offers.value.map(({ artist }) => artist.horizonDays));
  if (after.getTime() > now.getTime() + (horizon + 2) * DAY_MS) return done(null);
  const last = dateIn(zone, now).add({ days: horizon + 1 });
  let from = dateIn(zone, after > now ? after : now);
  while (Temporal.PlainDate.compare(from, last) <= 0) {
    const to = from.add({ days: MOST_DATES - 1 });
    const offered = await offerSlots(context, { ...asked, zone, from: from.toString(), to: to.toString() });
    if (!offered.ok) return offered;
    const slots = offered.value.days.flatMap((day) => day.slots);
    const next = slots.find(({ start }) => start > after);
    if (next) return done(next);
    from = to.add({ days: 1 });
  }
  return done(null);
}

const DAY_MS = 86_400_000;

function dateIn(zone: string, at: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
}
