import type { OpeningHours } from '../hours/opening-hours.ts';
import { parseHours } from '../hours/parse-hours.ts';
import type { BusyTime, Claim, ServiceTimes, SlotQuery, SlotRules } from '../slots/slot-query.ts';

/** Opening hours from the form that people write. */
export function hours(weekly: object, rest: object = {}): OpeningHours {
  const parsed = parseHours({ weekly, ...rest });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.hours;
}

/** The same ranges on every day of the week. */
export function daily(...ranges: readonly (readonly [string, string])[]): object {
  return Object.fromEntries(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].map((key) => [key, ranges]));
}

export function at(iso: string): number {
  return Temporal.Instant.from(iso).epochMilliseconds;
}

type Change = Partial<Omit<SlotQuery, 'service' | 'rules'>> & {
  readonly service?: Partial<ServiceTimes>;
  readonly rules?: Partial<SlotRules>;
};

/** An artist in Paris who takes an hour for everything, every day from 9 to 17, and starts on the hour. */
export function studio(change: Change = {}): SlotQuery {
  return {
    hours: hours(daily(['09:00', '17:00'])),
    zone: 'Europe/Paris',
    now: at('2026-01-01T00:00Z'),
    external: [],
    claims: [],
    ...change,
    service: { minutes: 60, bufferBefore: 0, bufferAfter: 0, ...change.service },
    rules: { slotInterval: 60, notice: 0, horizon: 3_650, dailyLimit: null, ...change.rules },
  };
}

export function busy(start: string, end: string): BusyTime {
  return { start: at(start), end: at(end) };
}

export function claim(start: string, end: string, rest: Partial<Claim> = {}): Claim {
  return {
    ...busy(start, end),
    bufferBefore: 0,
    bufferAfter: 0,
    kind: 'confirmed',
    bookingId: null,
    ...rest,
  };
}

/** Starts as a clock of the zone shows them: `03-29 10:00+02:00`. */
export function shown(slots: readonly { readonly start: number }[], zone = 'Europe/Paris'): string[] {
  return slots.map(({ start }) => {
    const text = Temporal.Instant.fromEpochMilliseconds(start).toString({
      timeZone: zone,
      smallestUnit: 'minute',
    });
    return text.slice(5).replace('T', ' ');
  });
}

/** The times of day alone, of starts on one date. */
export function clock(slots: readonly { readonly start: number }[], zone = 'Europe/Paris'): string[] {
  return shown(slots, zone).map((text) => text.slice(6, 11));
}
