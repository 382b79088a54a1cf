import { ianaZone } from '@atelier/calendar/zone/iana-zone';
import { type LocalRange, type OpeningHours, WEEKDAYS } from '../hours/opening-hours.ts';
import type { GridStart } from '../slots/find-slots.ts';
import type { DateRange } from '../slots/open-windows.ts';
import type { BusyTime, Claim, SlotQuery, SlotReason } from '../slots/slot-query.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

const [BUSY, BUFFERED, HELD] = [1, 2, 4];

/** What single minutes around the dates are to an artist or a chair: those numbers, added up. */
interface Minutes {
  readonly first: number;
  readonly marks: Uint8Array;
}

/** Every start on the grid, found by asking of each single minute what it is. Slow, and plain. */
export function bruteStarts(query: SlotQuery, dates: DateRange): GridStart[] {
  const { service, rules } = query;
  const open = openMinutes(query.hours, query.zone);
  const dateOf = dateReader(query.zone);
  const takers = [takenMinutes(dates, query.external, query.claims)];
  const chairs = query.chairs?.map(({ claims }) => takenMinutes(dates, [], claims));
  const booked = query.claims.filter(({ mine }) => !mine).map(({ start }) => dateOf(start));
  const lastDate = isoOf(Date.parse(dateOf(query.now)) + rules.horizon * DAY);

  const reasonAt = (start: number, date: string, closing: number): SlotReason | null => {
    if (start + service.minutes * MINUTE > closing) return 'CLOSED';
    const found = takers.map((taken) => worstOf(taken, start, service));
    if (chairs) found.push(mildestOf(chairs.map((taken) => worstOf(taken, start, service))));
    if (found.includes('BUSY')) return 'BUSY';
    if (found.includes('BUFFER')) return 'BUFFER';
    if (start < query.now + rules.notice * MINUTE) return 'NOTICE';
    if (date > lastDate) return 'HORIZON';
    const limit = rules.dailyLimit;
    if (limit !== null && booked.filter((other) => other === date).length >= limit) return 'LIMIT';
    return found.includes('HELD') ? 'HELD' : null;
  };

  const starts: GridStart[] = [];
  // No zone is further from UTC than 14 hours.
  const end = Date.parse(dates.to) + 2 * DAY;
  let window: { readonly first: number; readonly closing: number } | null = null;
  for (let minute = Date.parse(dates.from) - DAY; minute < end; minute += MINUTE) {
    if (!open(minute)) {
      window = null;
      continue;
    }
    window ??= windowAround(open, minute);
    const date = dateOf(minute);
    if (date < dates.from || date > dates.to) continue;
    if (((minute - window.first) / MINUTE) % rules.slotInterval !== 0) continue;
    starts.push({
      start: minute,
      end: minute + service.minutes * MINUTE,
      date,
      reason: reasonAt(minute, date, window.closing),
    });
  }
  return starts;
}

function windowAround(open: (minute: number) => boolean, minute: number) {
  let [first, closing] = [minute, minute];
  while (open(first - MINUTE)) first -= MINUTE;
  while (open(closing)) closing += MINUTE;
  return { first, closing };
}

function isoOf(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10);
}

function dateReader(name: string): (at: number) => string {
  const zone = ianaZone(name);
  const known = new Map<number, string>();
  return (at) => {
    const day = Math.floor(zone.toWall(at) / DAY);
    const date = known.get(day) ?? isoOf(day * DAY);
    known.set(day, date);
    return date;
  };
}

/** A minute is open when the clock on the wall shows a time of a range: of its own date, or of the evening before. */
function openMinutes(hours: OpeningHours, name: string): (minute: number) => boolean {
  const zone = ianaZone(name);
  const days = new Map<number, { ranges: readonly LocalRange[]; alone: boolean }>();
  const onDay = (day: number) => {
    const known = days.get(day) ?? dayHours(hours, isoOf(day * DAY), (day + 3) % 7);
    days.set(day, known);
    return known;
  };
  return (minute) => {
    const wall = zone.toWall(minute) / MINUTE;
    const day = Math.floor(wall / 1_440);
    const time = wall - day * 1_440;
    const today = onDay(day);
    if (today.ranges.some(({ start, end }) => start <= time && time < end)) return true;
    return !today.alone && onDay(day - 1).ranges.some(({ end }) => time + 1_440 < end);
  };
}

function dayHours(hours: OpeningHours, date: string, weekday: number) {
  if (hours.closures.some(({ from, to }) => from <= date && date <= to)) return { ranges: [], alone: true };
  const own = hours.overrides.filter((override) => override.date === date);
  if (own.length > 0) return { ranges: own.flatMap(({ ranges }) => ranges), alone: true };
  const key = WEEKDAYS[weekday];
  return { ranges: (key && hours.weekly[key]) ?? [], alone: false };
}

function takenMinutes(dates: DateRange, external: readonly BusyTime[], claims: readonly Claim[]): Minutes {
  const first = Date.parse(dates.from) - 3 * DAY;
  const marks = new Uint8Array((Date.parse(dates.to) + 5 * DAY - first) / MINUTE);
  const mark = (what: number, from: number, to: number) => {
    for (let minute = Math.floor(from / MINUTE) * MINUTE; minute < to; minute += MINUTE) {
      const index = (minute - first) / MINUTE;
      marks[index] = (marks[index] ?? 0) | what;
    }
  };
  for (const { start, end } of external) {
    if (start !== end) mark(BUSY | BUFFERED, start, end);
  }
  for (const claim of claims.filter(({ mine }) => !mine)) {
    const blocked = claim.kind === 'held' ? HELD : BUFFERED;
    mark(blocked, claim.start - claim.bufferBefore * MINUTE, claim.end + claim.bufferAfter * MINUTE);
    if (claim.kind !== 'held') mark(BUSY, claim.start, claim.end);
  }
  return { first, marks };
}

type Found = 'BUSY' | 'BUFFER' | 'HELD' | 'FREE';

function worstOf({ first, marks }: Minutes, start: number, service: SlotQuery['service']): Found {
  const begin = (start - first) / MINUTE;
  let found = 0;
  for (let at = -service.bufferBefore; at < service.minutes + service.bufferAfter; at++) {
    const minute = marks[begin + at] ?? 0;
    found |= at >= 0 && at < service.minutes ? minute : minute & ~BUSY;
  }
  if (found & BUSY) return 'BUSY';
  return found & BUFFERED ? 'BUFFER' : found & HELD ? 'HELD' : 'FREE';
}

function mildestOf(all: readonly Found[]): Found {
  return (['FREE', 'HELD', 'BUFFER'] as const).find((found) => all.includes(found)) ?? 'BUSY';
}
