import type { EpochMs } from '@atelier/calendar/occurrence';
import { isoDate } from '@atelier/calendar/time/civil';
import { ianaZone } from '@atelier/calendar/zone/iana-zone';
import { windowsOn } from '../hours/windows-on.ts';
import { localDay } from '../time/local-minutes.ts';
import { MINUTE_MS, toMs } from '../time/minutes.ts';
import { checkSlot } from './check-slot.ts';
import type { BusyTime, Claim, SlotQuery } from './slot-query.ts';

/** What stands in the way of a start. */
export interface InTheWay extends BusyTime {
  readonly kind: 'event' | Claim['kind'];
}

/** Why a service may not start at a time, with what somebody wants to know of it. */
export type WhyNot =
  /** `open`: the windows of that date. `runsOver`: it would begin in one, and go on behind its end. */
  | { readonly reason: 'CLOSED'; readonly open: readonly BusyTime[]; readonly runsOver: boolean }
  /** The starts of the grid beside it, in its window. */
  | { readonly reason: 'OFFGRID'; readonly before: EpochMs; readonly after: EpochMs }
  /** Null: it is a chair that is missing. `buffer`: minutes kept free on either side of the two, together. */
  | { readonly reason: 'BUSY' | 'HELD'; readonly by: InTheWay | null }
  | { readonly reason: 'BUFFER'; readonly by: InTheWay | null; readonly buffer: number }
  | { readonly reason: 'NOTICE'; readonly earliest: EpochMs; readonly past: boolean }
  /** The last date that may be booked. */
  | { readonly reason: 'HORIZON'; readonly last: string }
  | { readonly reason: 'LIMIT'; readonly most: number };

/** Of one start, exactly what `checkSlot` says; null where it is offered. Throws as that does. */
export function whyNot(query: SlotQuery, start: EpochMs): WhyNot | null {
  const found = checkSlot(query, start);
  if (found.available) return null;
  const { reason } = found;
  switch (reason) {
    case 'CLOSED':
      return { reason, ...openOn(query, start) };
    case 'OFFGRID':
      return { reason, ...besideIt(query, start) };
    case 'BUSY':
    case 'HELD':
      return { reason, by: inTheWay(query, start)[0]?.by ?? null };
    case 'BUFFER': {
      const [first] = inTheWay(query, start);
      return { reason, by: first?.by ?? null, buffer: first?.buffer ?? 0 };
    }
    case 'NOTICE':
      return { reason, earliest: earliestOf(query), past: start < query.now };
    case 'HORIZON':
      return { reason, last: lastOf(query) };
    case 'LIMIT':
      return { reason, most: query.rules.dailyLimit ?? 0 };
  }
}

function windowsAround({ hours, zone }: SlotQuery, start: EpochMs): readonly BusyTime[] {
  const of = ianaZone(zone);
  const day = localDay(of, Math.floor(start / MINUTE_MS));
  return windowsOn(hours, of, day, day).windows.map((one) => ({
    start: toMs(one.start),
    end: toMs(one.end),
  }));
}

function openOn(query: SlotQuery, start: EpochMs) {
  const open = windowsAround(query, start);
  return { open, runsOver: open.some((window) => window.start <= start && start < window.end) };
}

function besideIt(query: SlotQuery, start: EpochMs) {
  const window = windowsAround(query, start).find((one) => one.start <= start && start < one.end);
  const step = query.rules.slotInterval * MINUTE_MS;
  const from = window?.start ?? start;
  const before = from + Math.floor((start - from) / step) * step;
  return { before, after: before + step };
}

interface Blocking {
  readonly by: InTheWay;
  readonly buffer: number;
  /** How far what is in the way reaches into the service itself, ms; a buffer alone reaches nothing. */
  readonly into: number;
}

/** What takes the artist's time then, what reaches furthest into it first; holds behind everything that is firm. */
function inTheWay({ service, external, claims }: SlotQuery, start: EpochMs): readonly Blocking[] {
  const end = start + service.minutes * MINUTE_MS;
  const blockingBy = (by: InTheWay, before: number, after: number): readonly Blocking[] => {
    const [ahead, behind] = [service.bufferBefore + after, service.bufferAfter + before];
    const touches = by.start - behind * MINUTE_MS < end && by.end + ahead * MINUTE_MS > start;
    if (!touches || by.end <= by.start) return [];
    const into = Math.max(0, Math.min(by.end, end) - Math.max(by.start, start));
    return [{ by, buffer: by.start >= end ? behind : ahead, into }];
  };
  const events = external.flatMap(({ start: from, end: to }) =>
    blockingBy({ start: from, end: to, kind: 'event' }, 0, 0),
  );
  const others = claims
    .filter(({ mine }) => mine !== true)
    .flatMap((claim) => {
      const by = { start: claim.start, end: claim.end, kind: claim.kind };
      return blockingBy(by, claim.bufferBefore, claim.bufferAfter);
    });
  const isHeld = ({ by }: Blocking) => Number(by.kind === 'held');
  return [...events, ...others].toSorted((a, b) => isHeld(a) - isHeld(b) || b.into - a.into);
}

const earliestOf = ({ now, rules }: SlotQuery): EpochMs =>
  (Math.ceil(now / MINUTE_MS) + rules.notice) * MINUTE_MS;

const lastOf = ({ zone, now, rules }: SlotQuery): string =>
  isoDate(localDay(ianaZone(zone), Math.floor(now / MINUTE_MS)) + rules.horizon);
