import { bookingFigures } from '@atelier/database/booking/booking-figures';
import { type Actor, sightOf } from '../actor.ts';
import { offerSlots } from '../booking/availability/offer-slots.ts';
import { seeArtists } from '../booking/settings/see-artists.ts';
import type { Context } from '../context.ts';
import { readStudio } from '../studio/read-studio.ts';

/** The week that is, from Monday on, in figures. Minutes. */
export interface WeekFigures {
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
  readonly appointments: number;
  readonly bookedMinutes: number;
  readonly noShows: number;
  /** Requests that were answered, and how long half of them waited at most; null where none was. */
  readonly answered: number;
  readonly medianAnswerMinutes: number | null;
  /** What clients could still book until the end of the week. */
  readonly freeMinutes: number;
}

/** Admins and the front desk see the studio's, artists their own. */
export async function weekFigures(context: Context, actor: Actor): Promise<WeekFigures> {
  const { zone } = await readStudio(context.database, context);
  const today = context.clock().toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const [from, to] = [monday, monday.add({ weeks: 1 })].map(
    (date) => new Date(date.toZonedDateTime(zone).epochMilliseconds),
  ) as [Date, Date];
  const asked = { from, to, visibleTo: sightOf(actor) };
  const [{ booked, answered }, freeMinutes] = await Promise.all([
    bookingFigures(context.database, asked),
    freeUntil(context, actor, { today, last: monday.add({ days: 6 }), zone }),
  ]);
  const { appointments, minutes, noShows } = booked;
  const { requests, medianMinutes } = answered;
  const rounded = medianMinutes === null ? null : Math.round(medianMinutes);
  const bookedMinutes = Math.round(minutes);
  const figures = { appointments, bookedMinutes, noShows, answered: requests };
  return { from, to, ...figures, medianAnswerMinutes: rounded, freeMinutes };
}

interface Remaining {
  readonly today: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly zone: string;
}

/** By the shortest service of each artist: what fits nobody's wish is not free time. */
async function freeUntil(context: Context, actor: Actor, { today, last, zone }: Remaining): Promise<number> {
  const sight = sightOf(actor);
  const artists = await seeArtists(context, actor);
  const own = artists.filter(({ userId }) => sight === null || userId === sight);
  const minutes = own.map(async ({ slug, services }) => {
    const offered = services.filter(({ active }) => active);
    const [shortest] = offered.toSorted((a, b) => a.minutes - b.minutes);
    if (!shortest) return 0;
    const dates = { from: today.toString(), to: last.toString(), zone };
    const slots = await offerSlots(context, { artist: slug, serviceId: shortest.id, ...dates });
    return slots.ok ? coveredMinutes(slots.value.days.flatMap((day) => day.slots)) : 0;
  });
  return (await Promise.all(minutes)).reduce((sum, one) => sum + one, 0);
}

interface Stretch {
  readonly start: Date;
  readonly end: Date;
}

/** How much time the stretches take together; what several of them cover counts once. In order of their starts. */
export function coveredMinutes(stretches: readonly Stretch[]): number {
  let [covered, until] = [0, Number.NEGATIVE_INFINITY];
  for (const { start, end } of stretches) {
    covered += Math.max(0, end.getTime() - Math.max(start.getTime(), until));
    until = Math.max(until, end.getTime());
  }
  return Math.round(covered / 60_000);
}
