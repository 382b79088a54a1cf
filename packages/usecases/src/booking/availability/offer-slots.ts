import { explainSlots, findSlots, type GridStart } from '@atelier/booking/slots/find-slots';
import { mergeArtists } from '@atelier/booking/slots/merge-artists';
import type { DateRange } from '@atelier/booking/slots/open-windows';
import type { Slot, SlotQuery } from '@atelier/booking/slots/slot-query';
import { artistDates, type DateSlots, slotsByDate } from '@atelier/booking/slots/slots-by-date';
import { blockingMirrors, slotSource } from '@atelier/database/booking/slot-source';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { mirrorState } from './mirror-state.ts';
import { findOffers } from './offer.ts';
import { type Own, slotQueryOf } from './slot-query-of.ts';
import { type WhyGone, whyGone } from './why-gone.ts';
import { wrongZone } from './wrong-zone.ts';

export interface SlotRequest {
  /** A slug, or `any`. */
  readonly artist: string;
  readonly serviceId: string;
  /** Dates in `zone`, both included, at most 62. */
  readonly from: string;
  readonly to: string;
  /** IANA zone of whoever looks; the artist's when left out. */
  readonly zone?: string | undefined;
  readonly own?: Own;
}

export interface OfferedSlot {
  readonly start: Date;
  readonly end: Date;
  /** Slug of an artist who is free then. */
  readonly artist: string;
}

export interface OfferedSlots {
  readonly zone: string;
  readonly days: readonly DateSlots<OfferedSlot>[];
  /** False: from a calendar that could not be asked lately, so that nothing is confirmed at once (B8). */
  readonly verified: boolean;
  /** Why a time is not among them, by the same reading; null when it is. */
  readonly why: (start: Date) => WhyGone | null;
  /** What it was read from: a change to any of it may change the answer. */
  readonly sources: SlotSources;
}

export interface SlotSources {
  /** Ids of the artists who offer it, and of the chairs that it may need. */
  readonly resourceIds: ReadonlySet<string>;
  /** Ids of the calendars that block. */
  readonly calendarIds: ReadonlySet<string>;
}

export const MOST_DATES = 62;

/** The free times of one artist or of any, from the mirror alone: no provider is asked. */
export async function offerSlots(
  context: Pick<Context, 'database' | 'clock'>,
  request: SlotRequest,
): Promise<Outcome<OfferedSlots>> {
  const swept = await sweepAll(context, request, findSlots);
  if (!swept.ok) return swept;
  const { lists, verified, zone, dates, sources, queries } = swept.value;
  const slots = mergeArtists(lists).map(({ start, end, artists }) => ({
    start,
    end,
    artist: artists[0] ?? '',
  }));
  const days = slotsByDate(slots, dates, zone).map(({ date, slots: offered }) => ({
    date,
    slots: offered.map(({ start, end, artist }) => ({ start: new Date(start), end: new Date(end), artist })),
  }));
  return done({ zone, days, verified, sources, why: (start) => whyGone(queries, start) });
}

export interface ExplainedSlot extends GridStart {
  readonly artist: string;
}

/** Every start on the grid, and why it is not offered: for the studio, not for the public. */
export async function explainOffer(
  context: Pick<Context, 'database' | 'clock'>,
  request: SlotRequest,
): Promise<Outcome<readonly ExplainedSlot[]>> {
  const swept = await sweepAll(context, request, explainSlots);
  if (!swept.ok) return swept;
  const { lists } = swept.value;
  return done(lists.flatMap(({ artist, slots }) => slots.map((slot) => ({ ...slot, artist }))));
}

interface Swept<Found> {
  readonly lists: readonly { readonly artist: string; readonly slots: readonly Found[] }[];
  readonly verified: boolean;
  readonly zone: string;
  readonly dates: DateRange;
  readonly sources: SlotSources;
  readonly queries: readonly SlotQuery[];
}

async function sweepAll<Found extends Slot>(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  request: SlotRequest,
  find: (query: SlotQuery, dates: DateRange) => readonly Found[],
): Promise<Outcome<Swept<Found>>> {
  const offers = await findOffers(database, request);
  if (!offers.ok) return offers;
  const zone = request.zone ?? offers.value[0].artist.timeZone;
  const wrong = wrongDates(request) ?? wrongZone(zone);
  if (wrong) return wrong;
  const dates = { from: request.from, to: request.to };
  const now = clock();
  const ids = offers.value.map(({ artist }) => artist.id);
  const span = { from: dayBefore(dates.from), to: dayAfter(dates.to), now };
  const source = await slotSource(database, ids, span);
  const mirrors = await blockingMirrors(database, ids);
  const asked = offers.value.map(({ artist, service }) => ({
    artist,
    query: slotQueryOf(artist, service, source, now, request.own),
  }));
  const lists = asked.map(({ artist, query }) => {
    const local = artistDates(dates, zone, artist.timeZone);
    return { artist: artist.slug, slots: local ? find(query, local) : [] };
  });
  const verified = ids.every((id) => mirrorState(mirrors, id, now).verified);
  const chairs = offers.value.some(({ service }) => service.needsChair) ? source.chairIds : [];
  const sources = {
    resourceIds: new Set([...ids, ...chairs]),
    calendarIds: new Set(mirrors.map(({ calendarId }) => calendarId)),
  };
  const queries = asked.map(({ query }) => query);
  return done({ lists, verified, zone, dates, sources, queries });
}

function dayBefore(date: string): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 2 * DAY_MS);
}

function dayAfter(date: string): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 3 * DAY_MS);
}

const DAY_MS = 86_400_000;

function wrongDates({ from, to }: Pick<SlotRequest, 'from' | 'to'>): Outcome<never> | null {
  const [first, last] = [from, to].map((date) =>
    /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN,
  );
  if (first === undefined || last === undefined || Number.isNaN(first) || Number.isNaN(last))
    return refusedFor('invalid', 'date-shape');
  if (last < first) return refusedFor('invalid', 'dates-backwards');
  if (last - first >= MOST_DATES * DAY_MS) return refusedFor('invalid', 'days-many', { most: MOST_DATES });
  return null;
}
