import type { OpeningHours } from '@atelier/booking/hours/opening-hours';
import type { BusyTime, Claim, SlotQuery } from '@atelier/booking/slots/slot-query';
import { ianaZone } from '@atelier/calendar/zone/iana-zone';
import type { ArtistRow } from '@atelier/database/booking/artist-store';
import type { ServiceRow } from '@atelier/database/booking/service-store';
import type { BusyRow, ClaimRow, SlotSource } from '@atelier/database/booking/slot-source';

/** Whose claims take nothing from the one who asks. */
export interface Own {
  readonly holdId?: string | null;
  readonly bookingId?: string | null;
  /** Of the booking that is to be moved: what was agreed, instead of what the service says now. */
  readonly agreed?: Pick<ServiceRow, 'minutes' | 'bufferBefore' | 'bufferAfter'>;
}

/** What of a service decides about times. */
type AskedService = Pick<
  ServiceRow,
  'minutes' | 'bufferBefore' | 'bufferAfter' | 'noticeMinutes' | 'needsChair'
>;

/** The question for the sweep, from what the database knows. */
export function slotQueryOf(
  artist: ArtistRow,
  service: AskedService,
  source: SlotSource,
  now: Date,
  own: Own = {},
): SlotQuery {
  const chairs = source.chairIds.map((id) => ({ id, claims: claimsOf(id, source, own) }));
  return {
    hours: hoursOf(artist, source),
    zone: artist.timeZone,
    service: { ...service, ...own.agreed },
    rules: {
      slotInterval: artist.slotInterval,
      notice: service.noticeMinutes ?? artist.noticeMinutes,
      horizon: artist.horizonDays,
      dailyLimit: artist.dailyLimit,
    },
    now: now.getTime(),
    ...takenTimes(artist, source, own),
    ...(service.needsChair && { chairs }),
  };
}

/** What takes an artist's time: events of the calendars that block, and claims. */
export function takenTimes(
  { id, timeZone }: Pick<ArtistRow, 'id' | 'timeZone'>,
  source: Pick<SlotSource, 'busy' | 'claims'>,
  own: Own = {},
): Pick<SlotQuery, 'external' | 'claims'> {
  const busy = source.busy.filter(({ artistId }) => artistId === id);
  return { external: busy.map((one) => busyTime(one, timeZone)), claims: claimsOf(id, source, own) };
}

function claimsOf(resourceId: string, source: Pick<SlotSource, 'claims'>, own: Own): readonly Claim[] {
  return source.claims.filter((claim) => claim.resourceId === resourceId).map((claim) => claimOf(claim, own));
}

export function hoursOf(
  artist: Pick<ArtistRow, 'id' | 'weekly'>,
  { overrides, closures }: Pick<SlotSource, 'overrides' | 'closures'>,
): OpeningHours {
  return {
    weekly: artist.weekly as OpeningHours['weekly'],
    overrides: overrides
      .filter(({ artistId }) => artistId === artist.id)
      .map(({ date, ranges }) => ({ date, ranges: ranges as OpeningHours['overrides'][number]['ranges'] })),
    closures: closures.filter(({ artistId }) => artistId === null || artistId === artist.id),
  };
}

/** A date has no zone: an all-day event takes the artist's day, wherever its calendar is. */
function busyTime({ startsAt, endsAt, startDate, endDate }: BusyRow, zone: string): BusyTime {
  if (startDate === null || endDate === null) return { start: startsAt.getTime(), end: endsAt.getTime() };
  return { start: midnight(startDate, zone), end: midnight(endDate, zone) };
}

function midnight(date: string, zone: string): number {
  return ianaZone(zone).toUtc(Date.parse(`${date}T00:00:00Z`));
}

const KINDS = { HELD: 'held', REQUESTED: 'requested', CONFIRMED: 'confirmed' } as const;

function claimOf({ kind, startsAt, endsAt, holdId, ...claim }: ClaimRow, own: Own): Claim {
  const mine =
    (holdId !== null && holdId === own.holdId) ||
    (claim.bookingId !== null && claim.bookingId === own.bookingId);
  const { bufferBefore, bufferAfter, bookingId } = claim;
  const times = { start: startsAt.getTime(), end: endsAt.getTime(), bufferBefore, bufferAfter };
  return { ...times, kind: KINDS[kind], bookingId, mine };
}
